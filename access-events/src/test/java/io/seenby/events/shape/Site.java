package io.seenby.events.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value within a document, with the shape it has there. */
record Site(String pointer, Shape shape) {

    /** Every place of {@code document}, itself first. */
    static List<Site> all(Shape shape, JsonNode document) {
        List<Site> sites = new ArrayList<>();
        collect(new Site("", shape), document, sites);
        return sites;
    }

    private static void collect(Site site, JsonNode value, List<Site> sites) {
        sites.add(site);
        if (site.shape instanceof Shape.Fields fields) {
            value.properties()
                    .forEach(property -> collect(
                            new Site(
                                    site.pointer + "/" + property.getKey(),
                                    fields.byName().get(property.getKey()).shape()),
                            property.getValue(),
                            sites));
        }
        itemOf(site.shape).ifPresent(item -> {
            for (int i = 0; i < value.size(); i++) {
                collect(new Site(site.pointer + "/" + i, item), value.get(i), sites);
            }
        });
    }

    private static Optional<Shape> itemOf(Shape shape) {
        if (shape instanceof Shape.ListOf list) {
            return Optional.of(list.item());
        }
        if (shape instanceof Shape.Clients) {
            return Optional.of(Validator.CLIENT);
        }
        return shape instanceof Shape.ClientRefs ? Optional.of(Validator.REF) : Optional.empty();
    }

    /** {@code document} with {@code value} at this place. */
    JsonNode replacedIn(JsonNode document, JsonNode value) {
        if (pointer.isEmpty()) {
            return value;
        }
        JsonNode copy = document.deepCopy();
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = copy.at(pointer.substring(0, slash));
        String last = pointer.substring(slash + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), value);
        } else {
            ((ObjectNode) parent).set(last, value);
        }
        return copy;
    }
}
