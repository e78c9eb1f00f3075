package dev.pickup.simulators.twilio.call;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Reads TwiML, strictly: an element, attribute or value that is not known is refused. Twilio itself reads on over some
/// of them with a warning; here a misspelt verb shall not pass. Source: Twilio "TwiML for Programmable Voice".
final class TwimlReader {
    /// Not well-formed.
    static final int DOCUMENT_PARSE_FAILURE = 12100;
    /// Well-formed, but not TwiML.
    static final int SCHEMA_VIOLATION = 12200;
    private static final int INVALID_STREAM_URL = 31922;
    private static final String LOOPBACK = "127\\.0\\.0\\.1|localhost";

    private TwimlReader() {}

    /// It cannot be carried out; the fallback URL is asked.
    static final class BadTwimlException extends Exception {
        private static final long serialVersionUID = 1L;
        private final int code;

        BadTwimlException(int code, String message) {
            super(message);
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    static Verb.Document read(String xml) throws BadTwimlException {
        Element root = parse(xml);
        if (!root.getTagName().equals("Response")) {
            throw new BadTwimlException(SCHEMA_VIOLATION, "TwiML begins with <Response>.");
        }
        attributes(root, Set.of());
        List<Verb> verbs = new ArrayList<>();
        for (Element element : children(root)) {
            verbs.add(verb(element));
        }
        return new Verb.Document(verbs);
    }

    private static Verb verb(Element element) throws BadTwimlException {
        return switch (element.getTagName()) {
            case "Connect" -> connect(element);
            case "Say" -> {
                attributes(element, Set.of("voice", "language", "loop"));
                yield new Verb.Say(element.getTextContent().strip());
            }
            case "Pause" -> {
                attributes(element, Set.of("length"));
                yield new Verb.Pause(Duration.ofSeconds(whole(element, "length", 1)));
            }
            case "Redirect" -> {
                attributes(element, Set.of("method"));
                yield new Verb.Redirect(element.getTextContent().strip(), method(element));
            }
            case "Dial" -> {
                attributes(
                        element,
                        Set.of(
                                "action",
                                "method",
                                "timeout",
                                "callerId",
                                "answerOnBridge",
                                "timeLimit",
                                "hangupOnStar"));
                yield new Verb.Dial(element.getAttribute("action"), method(element));
            }
            case "Hangup" -> {
                attributes(element, Set.of());
                yield new Verb.Hangup();
            }
            case "Reject" -> {
                attributes(element, Set.of("reason"));
                yield new Verb.Reject(element.getAttribute("reason").equals("busy"));
            }
            default -> throw unknown(element);
        };
    }

    private static Verb connect(Element connect) throws BadTwimlException {
        attributes(connect, Set.of("action", "method"));
        List<Element> streams = children(connect);
        if (streams.size() != 1 || !streams.getFirst().getTagName().equals("Stream")) {
            throw new BadTwimlException(SCHEMA_VIOLATION, "<Connect> holds one <Stream>.");
        }
        Element stream = streams.getFirst();
        attributes(stream, Set.of("url", "name", "track", "statusCallback", "statusCallbackMethod"));
        if (!List.of("", "inbound_track").contains(stream.getAttribute("track"))) {
            throw new BadTwimlException(31941, "<Connect><Stream> has the inbound track only.");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Element parameter : children(stream)) {
            if (!parameter.getTagName().equals("Parameter")) {
                throw unknown(parameter);
            }
            attributes(parameter, Set.of("name", "value"));
            parameters.put(parameter.getAttribute("name"), parameter.getAttribute("value"));
        }
        return new Verb.Connect(
                streamUrl(stream.getAttribute("url")),
                stream.getAttribute("name"),
                parameters,
                connect.getAttribute("action"),
                method(connect));
    }

    /// `wss`, but on this machine; the query is dropped, as Twilio drops it.
    private static String streamUrl(String url) throws BadTwimlException {
        try {
            URI uri = URI.create(url);
            String host = String.valueOf(uri.getHost());
            boolean secure = "wss".equals(uri.getScheme());
            if (secure || ("ws".equals(uri.getScheme()) && host.matches(LOOPBACK))) {
                return url.replaceFirst("[?#].*$", "");
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw new BadTwimlException(INVALID_STREAM_URL, "A stream's URL begins with wss://.");
    }

    private static Element parse(String xml) throws BadTwimlException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new BadTwimlException(DOCUMENT_PARSE_FAILURE, "Document parse failure: " + e.getMessage());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Element> children(Element parent) throws BadTwimlException {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            } else if (node.getNodeType() == Node.TEXT_NODE
                    && !node.getTextContent().isBlank()) {
                throw new BadTwimlException(SCHEMA_VIOLATION, "Text where a verb belongs.");
            }
        }
        return children;
    }

    private static void attributes(Element element, Set<String> known) throws BadTwimlException {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            String name = element.getAttributes().item(i).getNodeName();
            if (!known.contains(name)) {
                throw new BadTwimlException(
                        SCHEMA_VIOLATION, "<" + element.getTagName() + "> has no attribute " + name + ".");
            }
        }
    }

    private static String method(Element element) {
        return element.getAttribute("method").equals("GET") ? "GET" : "POST";
    }

    private static int whole(Element element, String name, int usual) throws BadTwimlException {
        String value = element.getAttribute(name);
        if (!value.matches("[0-9]{0,4}")) {
            throw new BadTwimlException(SCHEMA_VIOLATION, name + " is a number of seconds.");
        }
        return value.isEmpty() ? usual : Integer.parseInt(value);
    }

    private static BadTwimlException unknown(Element element) {
        return new BadTwimlException(SCHEMA_VIOLATION, "There is no verb <" + element.getTagName() + ">.");
    }
}
