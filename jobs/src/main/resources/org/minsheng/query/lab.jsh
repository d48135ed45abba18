import java.util.*;
import java.util.stream.*;
import org.apache.spark.sql.*;
import static org.apache.spark.sql.functions.*;
import org.minsheng.query.Lab;
import org.minsheng.query.chart.Svg;
import static org.minsheng.query.chart.Charts.*;
Lab lab() throws Exception { return Lab.current(); }
Dataset<Row> sql(String query) throws Exception { return lab().sql(query); }
Dataset<Row> table(String name) throws Exception { return lab().table(name); }
