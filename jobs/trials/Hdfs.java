import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.hdfs.protocol.HdfsConstants;

/**
 * A real HDFS with two data nodes in one process. Writes its address to a file once it is up, then takes orders from its
 * standard input: stop NODE, start NODE, room PATH BYTES (of quota, over what is there), room PATH, end.
 */
public final class Hdfs {
    public static void main(String[] args) throws Exception {
        Configuration conf = new Configuration();
        conf.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, args[0]);
        conf.setInt("dfs.replication", 2);
        // A node that is gone is noticed in seconds and not in minutes.
        conf.setInt("dfs.heartbeat.interval", 1);
        conf.setInt("dfs.namenode.heartbeat.recheck-interval", 1000);
        try (MiniDFSCluster cluster = new MiniDFSCluster.Builder(conf).numDataNodes(2).build()) {
            cluster.waitActive();
            DistributedFileSystem files = cluster.getFileSystem();
            Files.writeString(Path.of(args[1] + ".part"), files.getUri().toString());
            Files.move(Path.of(args[1] + ".part"), Path.of(args[1]));
            MiniDFSCluster.DataNodeProperties[] stopped = new MiniDFSCluster.DataNodeProperties[2];
            BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
            for (String order = orders.readLine(); order != null && !order.equals("end"); order = orders.readLine()) {
                String[] words = order.split(" ");
                switch (words[0]) {
                    case "stop" -> stopped[0] = cluster.stopDataNode(Integer.parseInt(words[1]));
                    case "start" -> cluster.restartDataNode(stopped[0], true);
                    case "room" -> {
                        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(words[1]);
                        files.mkdirs(path);
                        long quota = words.length > 2
                                ? files.getContentSummary(path).getSpaceConsumed() + Long.parseLong(words[2])
                                : HdfsConstants.QUOTA_RESET;
                        files.setQuota(path, HdfsConstants.QUOTA_DONT_SET, quota);
                    }
                    default -> throw new IllegalArgumentException(order);
                }
                System.out.println("done: " + order);
            }
        }
    }
}
