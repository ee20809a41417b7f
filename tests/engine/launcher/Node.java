import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.index.reindex.ReindexPlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.plugins.Plugin;
import org.opensearch.script.mustache.MustachePlugin;
import org.opensearch.transport.Netty4Plugin;

/**
 * A node of OpenSearch on this machine's loopback, which ends when its standard input does, so that it outlives no test.
 * Arguments: name, port for HTTP, port between nodes, ports of all nodes and names of all nodes with commas, folder.
 */
public final class Node {
  private static final class LocalNode extends org.opensearch.node.Node {
    LocalNode(Environment environment, List<Class<? extends Plugin>> plugins) {
      super(environment, plugins, false);
    }
  }

  public static void main(String[] arguments) throws Exception {
    String name = arguments[0];
    Path home = Path.of(arguments[5], name);
    Files.createDirectories(home.resolve("config"));
    List<String> seeds = new ArrayList<>();
    for (String port : arguments[3].split(",")) seeds.add("127.0.0.1:" + port);
    Settings settings =
        Settings.builder()
            .put("cluster.name", "handbook-test")
            .put("node.name", name)
            .put("path.home", home.toString())
            .put("network.host", "127.0.0.1")
            .put("http.port", arguments[1])
            .put("transport.port", arguments[2])
            .putList("discovery.seed_hosts", seeds)
            .putList("cluster.initial_cluster_manager_nodes", arguments[4].split(","))
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .build();
    Environment environment =
        InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> name);
    LocalNode node =
        new LocalNode(
            environment,
            List.of(Netty4Plugin.class, CommonAnalysisPlugin.class, MustachePlugin.class, ReindexPlugin.class));
    node.start();
    System.out.println("started");
    while (System.in.read() >= 0) continue;
    node.close();
    System.exit(0);
  }
}
