package com.example.orders;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads orders. The parser gets bytes, because the encoding is declared inside of the document. */
@Component
public class OrderParser {

    static final String NAMESPACE = "urn:example:order";

    public Order parse(byte[] xml) {
        Element root = read(xml).getDocumentElement();
        if (!isOurs(root, "order")) {
            throw new UnreadableOrder("The document is not an order.");
        }
        String customer = "";
        LocalDate deliverOn = null;
        List<Order.Line> lines = new ArrayList<>();
        String note = "";
        for (Node node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (isOurs(node, "customer")) {
                customer = node.getTextContent().strip();
            } else if (isOurs(node, "deliverOn")) {
                deliverOn = date(node.getTextContent().strip());
            } else if (isOurs(node, "line")) {
                Element line = (Element) node;
                lines.add(new Order.Line(line.getAttribute("article").strip(), quantity(line.getAttribute("quantity"))));
            } else if (isOurs(node, "note")) {
                note = node.getTextContent().strip();
            }
        }
        if (lines.isEmpty()) {
            throw new UnreadableOrder("The order has no lines.");
        }
        return new Order(0, customer, deliverOn, lines, note);
    }

    private static Document read(byte[] xml) {
        try {
            return builder().parse(new ByteArrayInputStream(xml));
        } catch (SAXException | IOException error) {
            throw new UnreadableOrder("The document is not well-formed XML.");
        }
    }

    private static DocumentBuilder builder() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(true);
        factory.setIgnoringComments(true);
        factory.setCoalescing(true);
        try {
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The default handler prints to the console; this one throws on fatal errors and keeps quiet otherwise.
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException error) {
            throw new IllegalStateException(error);
        }
    }

    private static boolean isOurs(Node node, String name) {
        return node instanceof Element && NAMESPACE.equals(node.getNamespaceURI()) && name.equals(node.getLocalName());
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException error) {
            throw new UnreadableOrder("The day of delivery is not a date.");
        }
    }

    private static int quantity(String text) {
        try {
            int quantity = Integer.parseInt(text.strip());
            if (quantity > 0) {
                return quantity;
            }
        } catch (NumberFormatException error) {
            // Falls through to the one message for all wrong quantities.
        }
        throw new UnreadableOrder("A quantity is a whole number from 1.");
    }
}
