package org.minsheng.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minsheng.storage.OutputFolder;
import org.minsheng.storage.Sha256;

/**
 * The list of the workbooks that are in the folder, with the hash of each, so that copies can be checked, the run that
 * wrote it, and a fingerprint of what it follows from, so that it is not written again from the same. A night that changes no workbook leaves the list as it is too.
 */
public final class Manifest {
    /** Its name in the folder. */
    public static final String FILE = "manifest.json";

    private static final String FILES = "files";
    private static final String NAME = "file";
    private static final String SHA256 = "sha256";
    private static final String ROWS = "rows";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final OutputFolder folder;

    /** The manifest of a folder. */
    public Manifest(OutputFolder folder) {
        this.folder = folder;
    }

    /**
     * A workbook that it names.
     *
     * @param rows fingerprint of what it was made from
     * @param sha256 of the file, in hexadecimal
     */
    record Entry(String rows, String sha256) implements Serializable {}

    /** The workbooks by path below the folder, as a serialisable map. */
    HashMap<String, Entry> entries() throws IOException {
        HashMap<String, Entry> entries = new HashMap<>();
        read().path(FILES)
                .forEach(file -> entries.put(
                        file.path(NAME).asText(),
                        new Entry(file.path(ROWS).asText(), file.path(SHA256).asText())));
        return entries;
    }

    /** The workbooks that it names and that are not there as they were written. */
    public List<String> differing() throws IOException {
        List<String> differing = new ArrayList<>();
        for (Map.Entry<String, Entry> file : entries().entrySet()) {
            if (!Sha256.of(folder.read(file.getKey())).equals(file.getValue().sha256())) {
                differing.add(file.getKey());
            }
        }
        differing.sort(null);
        return differing;
    }

    /**
     * Puts a new one there, and removes the workbooks that only the old one names: those of a division that is gone.
     *
     * @param asOf what the run that ends now knew
     * @param runId that run
     */
    public void replace(List<Written> workbooks, Instant asOf, String runId) throws IOException {
        Map<String, JsonNode> gone = new LinkedHashMap<>();
        read().path(FILES).forEach(old -> gone.put(old.path(NAME).asText(), old));
        ObjectNode manifest = JSON.createObjectNode();
        ArrayNode list = manifest.putArray(FILES);
        for (Written workbook : workbooks) {
            JsonNode old = gone.remove(workbook.file());
            boolean same = old != null
                    && old.path(SHA256).asText().equals(workbook.sha256())
                    && old.path(ROWS).asText().equals(workbook.rows());
            list.add(same ? old : entry(workbook, asOf, runId));
        }
        folder.put(FILE, JSON.writeValueAsBytes(manifest));
        // Only now, so that a run killed before names them still.
        for (String file : gone.keySet()) {
            folder.remove(file);
        }
    }

    /** The manifest that is there; an empty one where there is none, or none that can be read. */
    private JsonNode read() throws IOException {
        try {
            return JSON.readTree(folder.read(FILE));
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode(); // somebody has edited it: it is written anew, and nothing is removed
        }
    }

    private static ObjectNode entry(Written workbook, Instant asOf, String runId) {
        return JSON.createObjectNode()
                .put(NAME, workbook.file())
                .put("kind", workbook.kind())
                .put("name", workbook.name())
                .put(SHA256, workbook.sha256())
                .put(ROWS, workbook.rows())
                .put("as_of", asOf.toString())
                .put("run_id", runId);
    }
}
