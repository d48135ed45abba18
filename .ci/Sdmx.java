import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import sdmxdl.Component;
import sdmxdl.Languages;
import sdmxdl.Structure;
import standalone_sdmxdl.sdmxdl.format.xml.SdmxXmlStreams;

/**
 * Looks at an export by a program of another make: sdmx-dl, of the National Bank of Belgium, reads the structure in each language, and
 * the figures have its columns and codes. Use: java -cp sdmx-dl-standalone.jar Sdmx.java FIGURES.csv STRUCTURE.xml
 */
class Sdmx {
    public static void main(String[] args) throws Exception {
        List<String> lines = Files.readAllLines(Path.of(args[0]));
        List<String> header = List.of(lines.get(0).split(","));
        for (String language : List.of("zh", "en")) {
            List<Structure> read = SdmxXmlStreams.struct21(Languages.parse(language)).parsePath(Path.of(args[1]));
            check(read.size() == 1, read.size() + " structures in " + args[1]);
            Structure structure = read.get(0);
            check(structure.getTimeDimensionId().equals("TIME_PERIOD"), structure.getTimeDimensionId());
            check(structure.getPrimaryMeasureId().equals("OBS_VALUE"), structure.getPrimaryMeasureId());
            List<Component> components = new ArrayList<>(structure.getDimensions());
            components.addAll(structure.getAttributes());
            TreeSet<String> columns = new TreeSet<>(List.of("STRUCTURE", "STRUCTURE_ID", "ACTION", "TIME_PERIOD", "OBS_VALUE"));
            components.forEach(component -> columns.add(component.getId()));
            check(columns.equals(new TreeSet<>(header)), columns + " and not " + header);
            for (Component component : components) {
                int at = header.indexOf(component.getId());
                if (component.isCoded()) {
                    lines.stream().skip(1).map(line -> line.split(",", -1)[at]).distinct().forEach(code ->
                            check(code.isEmpty() || component.getCodes().containsKey(code), code + " of " + component.getId()));
                }
            }
            long keys = lines.stream().skip(1).map(line -> String.join(",", List.of(line.split(",", -1)).subList(0, 7))).distinct().count();
            check(keys == lines.size() - 1, "a key is there twice");
            System.out.println(structure.getName() + ": " + keys + " figures, "
                    + Stream.concat(Stream.of("codes"), components.stream().map(c -> c.getId() + " " + c.getCodes().size())).toList());
        }
    }

    private static void check(boolean isRight, String what) {
        if (!isRight) {
            throw new IllegalStateException(what);
        }
    }
}
