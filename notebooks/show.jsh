void show(String type, String text) { org.rapaio.jupyter.kernel.MainApp.kernel.display(org.rapaio.jupyter.kernel.display.DisplayData.withType(type, text)); }
void show(Dataset<Row> rows) { show("text/html", Lab.html(rows)); }
void show(Svg chart) { show("image/svg+xml", chart.toString()); }
