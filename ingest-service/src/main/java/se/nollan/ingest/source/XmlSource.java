package se.nollan.ingest.source;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.Limits;
import se.nollan.ingest.format.UnreadableBody;

/**
 * XML in which an element is a row. Names are local names; a document type is not read, so that nothing outside is.
 *
 * @param element the way to the rows' element from the outermost: names between slashes
 */
public record XmlSource(List<String> element, Limits limits) implements RowSource {
    private static final Pattern COLUMN = Pattern.compile("([^/@]+/)*(@[^/@]+|[^/@]+)");
    private static final int DEEPEST = 64;
    private static final int MOST_TEXT = 65_536;

    @Override
    public @Nullable String wrongWith(String column) {
        return COLUMN.matcher(column).matches()
                ? null
                : "a column in XML is a path inside the row: names between slashes, @ before an attribute";
    }

    @Override
    public void read(InputStream body, List<Column> columns, SourceRows rows) throws IOException {
        try {
            var factory = new InputFactoryImpl();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, false);
            var bytes = new BoundedBytes(body);
            new Reading(columns, rows).all(factory.createXMLStreamReader(bytes), bytes);
        } catch (XMLStreamException e) {
            for (Throwable cause = e.getNestedException(); cause != null; cause = cause.getCause()) {
                if (cause instanceof IOException io) {
                    throw io;
                }
            }
            throw new UnreadableBody(
                    UnreadableBody.Reason.XML,
                    "The body is not XML from line "
                            + (e.getLocation() == null ? 1 : e.getLocation().getLineNumber())
                            + " on, or ends in the middle. Send it whole, as the system made it.");
        }
    }

    private final class Reading {
        private final Map<String, Integer> columns = new HashMap<>();
        private final SourceRows rows;
        private final ArrayDeque<String> way = new ArrayDeque<>();
        private final StringBuilder text = new StringBuilder();
        private @Nullable String @Nullable [] cells;
        private long place;
        private long count;

        Reading(List<Column> columns, SourceRows rows) {
            for (var i = 0; i < columns.size(); i++) {
                this.columns.put(columns.get(i).name(), i);
            }
            this.rows = rows;
        }

        void all(XMLStreamReader xml, BoundedBytes bytes) throws XMLStreamException {
            while (xml.hasNext()) {
                bytes.begin();
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start(xml);
                    case XMLStreamConstants.END_ELEMENT -> end();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (cells != null && text.length() < MOST_TEXT) {
                            text.append(xml.getText(), 0, Math.min(xml.getTextLength(), MOST_TEXT));
                        }
                    }
                    default -> {}
                }
            }
        }

        private void start(XMLStreamReader xml) throws XMLStreamException {
            way.addLast(xml.getLocalName());
            if (way.size() > DEEPEST) {
                throw new XMLStreamException("Too deep", xml.getLocation());
            }
            text.setLength(0);
            if (cells == null
                    && way.size() == element.size()
                    && List.copyOf(way).equals(element)) {
                limits.check(++count);
                cells = new @Nullable String[columns.size()];
                place = xml.getLocation().getLineNumber();
            }
            for (var i = 0; cells != null && i < xml.getAttributeCount(); i++) {
                put(inside("@" + xml.getAttributeLocalName(i)), xml.getAttributeValue(i));
            }
        }

        private void end() {
            if (cells != null && way.size() > element.size()) {
                put(inside(""), text.toString());
            }
            if (cells != null && way.size() == element.size()) {
                rows.row(place, cells);
                cells = null;
            }
            text.setLength(0);
            way.removeLast();
        }

        /** The first of several elements of one name stands. */
        private void put(String name, String value) {
            var column = columns.get(name);
            if (column != null && cells != null && cells[column] == null) {
                cells[column] = Cells.text(value);
            }
        }

        private String inside(String attribute) {
            var path = String.join("/", List.copyOf(way).subList(element.size(), way.size()));
            return path.isEmpty() ? attribute : attribute.isEmpty() ? path : path + "/" + attribute;
        }
    }
}
