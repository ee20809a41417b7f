import java.io.FileInputStream;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Says of each PDF whether it keeps to PDF/UA-1, and if not, which clauses it breaks. */
public final class Check {
  public static void main(String[] files) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    PDFAFlavour standard = PDFAFlavour.PDFUA_1;
    for (String file : files) {
      try (FileInputStream bytes = new FileInputStream(file);
          PDFAParser parser = Foundries.defaultInstance().createParser(bytes, standard)) {
        PDFAValidator validator = Foundries.defaultInstance().createValidator(standard, false);
        ValidationResult result = validator.validate(parser);
        TreeSet<String> broken = new TreeSet<>();
        for (TestAssertion assertion : result.getTestAssertions())
          if (assertion.getStatus() == TestAssertion.Status.FAILED)
            broken.add(assertion.getRuleId().getClause() + " " + assertion.getMessage());
        System.out.println((result.isCompliant() ? "keeps to PDF/UA-1: " : "breaks PDF/UA-1: ") + file + " " + broken);
      }
    }
  }
}
