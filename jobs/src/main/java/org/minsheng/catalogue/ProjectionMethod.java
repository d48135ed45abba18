package org.minsheng.catalogue;

import java.io.Serializable;
import org.minsheng.conf.YamlMap;

/**
 * How the values to come are told from those that were.
 *
 * @param model what goes on
 * @param scale on which values the model looks
 */
public record ProjectionMethod(Model model, Scale scale) implements Serializable {
    /** What goes on in the years to come. */
    public enum Model {
        /** From the last value on, the mean yearly step of the years that were: a random walk with drift. */
        DRIFT,
        /** The same, but each year's step is nine tenths of the one before. */
        DAMPED,
        /** The least-squares line through all values. */
        LINE,
        /** Nothing is said of the years to come. */
        NONE
    }

    /** How a model sees values. */
    public enum Scale {
        /** As they are. */
        NATURAL,
        /** Their logarithm, where all are above zero. */
        LOG,
        /** The logarithm of their odds, for shares of a whole. */
        LOGIT
    }

    /** Reads one; what the map does not say is as usual. */
    static ProjectionMethod read(YamlMap map, ProjectionMethod usual) {
        return new ProjectionMethod(
                map.get("model", value -> value.choice(Model.class), usual.model()),
                map.get("scale", value -> value.choice(Scale.class), usual.scale()));
    }
}
