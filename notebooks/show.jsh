import org.rapaio.jupyter.kernel.display.DisplayData;
import org.rapaio.jupyter.kernel.MainApp;
void show(Dataset<Row> rows) { MainApp.kernel.display(DisplayData.withType("text/html", Lab.html(rows))); }
void show(Svg chart) { var data = DisplayData.fromText("chart"); data.putData("image/svg+xml", chart.toString()); MainApp.kernel.display(data); }
