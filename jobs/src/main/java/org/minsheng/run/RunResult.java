package org.minsheng.run;

import java.util.List;
import java.util.Map;

/**
 * What a run did, for its summary.
 *
 * @param counts what came in and went out, by name, in order
 * @param millis milliseconds by stage, in order
 * @param rejectsByReason rejects in the lake by reason code, the most first
 * @param standings where each target stands; none if the run had no stage that says so
 * @param workbooks where the workbooks are
 * @param notices what has to be said wherever the data are shown
 */
public record RunResult(
        Map<String, Long> counts,
        Map<String, Long> millis,
        Map<String, Long> rejectsByReason,
        List<Standing> standings,
        List<String> workbooks,
        List<String> notices) {

    /**
     * Where a target stands.
     *
     * @param provinceStatus status of the whole province
     * @param counties counties by status
     */
    public record Standing(String indicator, String provinceStatus, Map<String, Long> counties) {}
}
