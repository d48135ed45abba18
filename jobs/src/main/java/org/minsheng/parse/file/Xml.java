package org.minsheng.parse.file;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.util.XMLHelper;

/** Reads an XML part of a workbook from start to end. A part with a document type, and so with entities, is refused. */
final class Xml implements AutoCloseable {
    private static final XMLInputFactory FACTORY = XMLHelper.newXMLInputFactory();

    private final InputStream in;
    private final XMLStreamReader reader;
    private StringBuilder collected;

    Xml(InputStream in) throws Unreadable {
        this.in = in;
        try {
            this.reader = FACTORY.createXMLStreamReader(in);
        } catch (XMLStreamException | RuntimeException e) {
            closeQuietly(in);
            throw damaged(e);
        }
    }

    /** Goes to the next start or end of an element; false at the end of the part. */
    boolean next() throws Unreadable {
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                    return true;
                } else if (collected != null && reader.hasText()) {
                    collected.append(reader.getText());
                } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new Unreadable(
                            Unreadable.Why.UNREADABLE,
                            "the workbook declares XML entities, which no office program does");
                }
            }
            return false;
        } catch (XMLStreamException | RuntimeException e) {
            throw damaged(e);
        }
    }

    /** From now on texts between starts and ends of elements are added to this; null: they are left out. */
    void collect(StringBuilder texts) {
        collected = texts;
    }

    /** Whether it is the start or the end of an element of this name. */
    boolean is(String name) {
        return starts(name) || ends(name);
    }

    boolean starts() {
        return reader.isStartElement();
    }

    boolean starts(String name) {
        return reader.isStartElement() && reader.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name);
    }

    /** An attribute, by its name without prefix; null where there is none. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The last attribute of a name, of which there may be one in each of several vocabularies. */
    String lastAttribute(String name) {
        String value = null;
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            value = reader.getAttributeLocalName(i).equals(name) ? reader.getAttributeValue(i) : value;
        }
        return value;
    }

    boolean flag(String name) {
        String value = attribute(name);
        return "1".equals(value) || "true".equals(value);
    }

    /** A whole number from 0 to a bound, or another where there is no such attribute. */
    int number(String name, int most, int otherwise) throws Unreadable {
        String value = attribute(name);
        if (value == null) {
            return otherwise;
        }
        try {
            BigInteger number = new BigInteger(value.strip());
            if (number.signum() >= 0 && number.compareTo(BigInteger.valueOf(most)) <= 0) {
                return number.intValue();
            }
        } catch (NumberFormatException e) {
            // told below, as a number out of range
        }
        throw new Unreadable(
                Unreadable.Why.UNREADABLE, "damaged workbook: " + name + "=\"" + value + "\" is not in 0.." + most);
    }

    /** The text of the element that has just started, and its end. */
    String text() throws Unreadable {
        try {
            return reader.getElementText();
        } catch (XMLStreamException | RuntimeException e) {
            throw damaged(e);
        }
    }

    static Unreadable damaged(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unreadable told) {
                return told; // what went wrong is known already
            }
        }
        String message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
        return new Unreadable(Unreadable.Why.UNREADABLE, "damaged workbook: " + message);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            // nothing is lost: it was read only
        }
        closeQuietly(in);
    }

    static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            // nothing is lost: it was read only
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
