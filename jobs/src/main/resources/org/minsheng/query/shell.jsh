SparkSession spark = lab().spark();
void show(Dataset<Row> rows) { rows.show(50, false); }
void show(Svg chart) { System.out.println("A chart: show it with chart.save(\"chart.svg\") and a browser."); }
