package org.minsheng.query.sdmx;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import org.minsheng.conf.Label;
import org.minsheng.query.sdmx.CodeList.Code;
import org.minsheng.query.sdmx.Component.Role;

/** What the figures of a flow mean, as an SDMX-ML 2.1 structure message: agency, flow, code lists, concepts and data structure. */
final class StructureMessage {
    private static final String SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/";
    private static final String CONCEPTS = "CS_MINSHENG";
    /** Of an annotation that has a code as the tables of the lake have it. */
    private static final String ORIGINAL = "ORIGINAL_CODE";

    private final Flow flow;
    private final Xml xml;

    private StructureMessage(Flow flow, Xml xml) {
        this.flow = flow;
        this.xml = xml;
    }

    /** Writes that of a flow; the stream stays open. */
    static void write(Flow flow, Instant prepared, OutputStream out) throws IOException {
        try {
            Xml xml = new Xml(out);
            new StructureMessage(flow, xml).write(prepared);
            xml.end();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void write(Instant prepared) throws XMLStreamException {
        xml.element(
                "mes:Structure",
                () -> {
                    header(prepared);
                    xml.element("mes:Structures", () -> {
                        agencies();
                        dataflow();
                        codeLists();
                        concepts();
                        dataStructure();
                    });
                },
                "xmlns:mes",
                SCHEMAS + "message",
                "xmlns:str",
                SCHEMAS + "structure",
                "xmlns:com",
                SCHEMAS + "common");
    }

    private void header(Instant prepared) throws XMLStreamException {
        xml.element("mes:Header", () -> {
            xml.text("mes:ID", flow.id() + "_STRUCTURE");
            xml.text("mes:Test", "false");
            xml.text("mes:Prepared", prepared.truncatedTo(ChronoUnit.SECONDS).toString());
            xml.empty("mes:Sender", "id", flow.agency());
        });
    }

    private void agencies() throws XMLStreamException {
        xml.element(
                "str:OrganisationSchemes",
                () -> xml.element(
                        "str:AgencyScheme",
                        () -> {
                            xml.text("com:Name", "Agencies", "xml:lang", "en");
                            xml.element(
                                    "str:Agency",
                                    () -> xml.text("com:Name", flow.agency(), "xml:lang", "en"),
                                    "id",
                                    flow.agency());
                        },
                        maintained("AGENCIES", "SDMX")));
    }

    private void dataflow() throws XMLStreamException {
        xml.element(
                "str:Dataflows",
                () -> xml.element(
                        "str:Dataflow",
                        () -> {
                            name(flow.name());
                            xml.element(
                                    "str:Structure", () -> reference(structureId(), "datastructure", "DataStructure"));
                        },
                        maintained(flow.id(), flow.agency())));
    }

    private void codeLists() throws XMLStreamException {
        List<CodeList> lists = flow.components().stream()
                .map(Component::codes)
                .filter(Objects::nonNull)
                .toList();
        xml.element("str:Codelists", () -> {
            for (CodeList list : lists) {
                xml.element(
                        "str:Codelist",
                        () -> {
                            name(list.name());
                            for (Code code : list.codes()) {
                                code(code);
                            }
                        },
                        maintained(list.id(), flow.agency()));
            }
        });
    }

    private void code(Code code) throws XMLStreamException {
        xml.element(
                "str:Code",
                () -> {
                    if (!code.id().equals(code.original())) {
                        xml.element(
                                "com:Annotations",
                                () -> xml.element("com:Annotation", () -> {
                                    xml.text("com:AnnotationTitle", code.original());
                                    xml.text("com:AnnotationType", ORIGINAL);
                                }));
                    }
                    name(code.name());
                    if (code.parent() != null) {
                        xml.element("str:Parent", () -> xml.empty("Ref", "id", SdmxId.of(code.parent())));
                    }
                },
                "id",
                code.id());
    }

    private void concepts() throws XMLStreamException {
        xml.element(
                "str:Concepts",
                () -> xml.element(
                        "str:ConceptScheme",
                        () -> {
                            name(flow.name());
                            for (Component component : flow.components()) {
                                xml.element("str:Concept", () -> name(component.name()), "id", component.id());
                            }
                        },
                        maintained(CONCEPTS + "_" + flow.id(), flow.agency())));
    }

    private void dataStructure() throws XMLStreamException {
        xml.element(
                "str:DataStructures",
                () -> xml.element(
                        "str:DataStructure",
                        () -> {
                            name(flow.name());
                            xml.element("str:DataStructureComponents", this::components);
                        },
                        maintained(structureId(), flow.agency())));
    }

    private void components() throws XMLStreamException {
        xml.element(
                "str:DimensionList",
                () -> {
                    List<Component> dimensions =
                            new ArrayList<>(flow.of(Role.DIMENSION).toList());
                    dimensions.addAll(flow.of(Role.TIME).toList());
                    for (int i = 0; i < dimensions.size(); i++) {
                        Component dimension = dimensions.get(i);
                        component(
                                dimension.role() == Role.TIME ? "str:TimeDimension" : "str:Dimension",
                                dimension,
                                () -> {},
                                "position",
                                String.valueOf(i + 1));
                    }
                },
                "id",
                "DimensionDescriptor");
        xml.element(
                "str:AttributeList",
                () -> {
                    for (Component attribute : flow.of(Role.ATTRIBUTE).toList()) {
                        component(
                                "str:Attribute",
                                attribute,
                                () -> xml.element(
                                        "str:AttributeRelationship",
                                        () -> xml.element(
                                                "str:PrimaryMeasure",
                                                () -> xml.empty("Ref", "id", Component.OBS_VALUE))),
                                "assignmentStatus",
                                "Conditional");
                    }
                },
                "id",
                "AttributeDescriptor");
        xml.element(
                "str:MeasureList",
                () -> {
                    for (Component measure : flow.of(Role.MEASURE).toList()) {
                        component("str:PrimaryMeasure", measure, () -> {});
                    }
                },
                "id",
                "MeasureDescriptor");
    }

    private void component(String element, Component component, Xml.Content more, String... attributes)
            throws XMLStreamException {
        List<String> all = new ArrayList<>(List.of("id", component.id()));
        all.addAll(List.of(attributes));
        xml.element(
                element,
                () -> {
                    xml.element(
                            "str:ConceptIdentity",
                            () -> xml.empty(
                                    "Ref",
                                    "id",
                                    component.id(),
                                    "maintainableParentID",
                                    CONCEPTS + "_" + flow.id(),
                                    "maintainableParentVersion",
                                    Flow.VERSION,
                                    "agencyID",
                                    flow.agency(),
                                    "package",
                                    "conceptscheme",
                                    "class",
                                    "Concept"));
                    xml.element("str:LocalRepresentation", () -> representation(component));
                    more.write();
                },
                all.toArray(String[]::new));
    }

    private void representation(Component component) throws XMLStreamException {
        if (component.codes() == null) {
            xml.empty("str:TextFormat", "textType", component.textType());
        } else {
            xml.element("str:Enumeration", () -> reference(component.codes().id(), "codelist", "Codelist"));
        }
    }

    private void reference(String id, String ofPackage, String ofClass) throws XMLStreamException {
        xml.empty(
                "Ref",
                "id",
                id,
                "version",
                Flow.VERSION,
                "agencyID",
                flow.agency(),
                "package",
                ofPackage,
                "class",
                ofClass);
    }

    /** In each language, where it is not the same in both. */
    private void name(Label name) throws XMLStreamException {
        xml.text("com:Name", name.zh(), "xml:lang", "zh");
        if (!name.en().equals(name.zh())) {
            xml.text("com:Name", name.en(), "xml:lang", "en");
        }
    }

    private String structureId() {
        return "DSD_" + flow.id();
    }

    private static String[] maintained(String id, String agency) {
        return new String[] {"id", id, "agencyID", agency, "version", Flow.VERSION};
    }
}
