import org.minsheng.notebooks.Kernel;
void show(Dataset<Row> rows) { Kernel.show("text/html", Lab.html(rows), null); }
void show(Svg chart) { Kernel.show("image/svg+xml", chart.toString(), "chart"); }
