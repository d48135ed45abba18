package org.minsheng.query.sdmx;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements below each other, each on a line of its own, as far in as it is deep. */
final class Xml {
    /** What stands in an element. */
    interface Content {
        void write() throws XMLStreamException;
    }

    private final XMLStreamWriter out;
    private int depth;

    Xml(OutputStream out) throws XMLStreamException {
        this.out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        this.out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    }

    /**
     * An element with others in it.
     *
     * @param attributes names and values in turn
     */
    void element(String name, Content content, String... attributes) throws XMLStreamException {
        start(name, attributes);
        depth++;
        content.write();
        depth--;
        line();
        out.writeEndElement();
    }

    /** An element with a text in it. */
    void text(String name, String text, String... attributes) throws XMLStreamException {
        start(name, attributes);
        out.writeCharacters(text);
        out.writeEndElement();
    }

    /** An element with nothing in it. */
    void empty(String name, String... attributes) throws XMLStreamException {
        line();
        out.writeEmptyElement(name);
        attributes(attributes);
    }

    void end() throws XMLStreamException {
        out.writeEndDocument();
        out.flush();
    }

    private void start(String name, String... attributes) throws XMLStreamException {
        line();
        out.writeStartElement(name);
        attributes(attributes);
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    private void line() throws XMLStreamException {
        out.writeCharacters("\n" + "  ".repeat(depth));
    }
}
