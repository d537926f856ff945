package com.example.orders;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Checks documents against order.xsd and tells what is wrong with them, line by line. */
@Component
public class OrderSchema {

    static final int MOST_PROBLEMS = 50;

    private final Schema schema;

    public OrderSchema() throws SAXException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        schema = factory.newSchema(OrderSchema.class.getResource("/order.xsd"));
    }

    /** Returns at most 50 problems, none when the document is a valid order. */
    public List<String> problems(byte[] xml) {
        List<String> problems = new ArrayList<>();
        Validator validator = schema.newValidator();
        validator.setErrorHandler(new DefaultHandler() {
            @Override
            public void error(SAXParseException problem) {
                if (problems.size() < MOST_PROBLEMS) {
                    problems.add("Line " + problem.getLineNumber() + ": " + problem.getMessage());
                }
            }
        });
        try {
            validator.validate(new StreamSource(new ByteArrayInputStream(xml)));
        } catch (SAXException | IOException error) {
            problems.add("The document cannot be read to its end: it is not well-formed XML.");
        }
        return problems;
    }
}
