// A program of its own for `packagedBrowser`: the package unpacks into the system's temporary folder (TMPDIR) and nowhere else.
import packaged from '@sparticuz/chromium';

await packaged.executablePath();
