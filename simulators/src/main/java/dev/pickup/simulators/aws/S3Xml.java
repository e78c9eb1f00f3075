package dev.pickup.simulators.aws;

import dev.pickup.simulators.aws.S3Bucket.Named;
import dev.pickup.simulators.aws.S3Bucket.Refused;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Reads what clients send as XML.
final class S3Xml {
    private S3Xml() {}

    /// The parts of a `CompleteMultipartUpload`, in the client's order.
    static List<Named> parts(String xml) throws Refused {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            NodeList parts = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getElementsByTagName("Part");
            List<Named> named = new ArrayList<>();
            for (int i = 0; i < parts.getLength(); i++) {
                Element part = (Element) parts.item(i);
                named.add(new Named(
                        Integer.parseInt(text(part, "PartNumber")), text(part, "ETag"), text(part, "ChecksumCRC32")));
            }
            return named;
        } catch (ParserConfigurationException | SAXException | IOException | NumberFormatException _) {
            throw new Refused("MalformedXML");
        }
    }

    private static String text(Element part, String name) {
        NodeList found = part.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
