package io.seenby.manifests.model;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One rendered resource, as a tree and as its type. */
public record Resource(ObjectNode tree, Object typed) {

    public String kind() {
        return tree.path("kind").asText();
    }

    public String name() {
        return tree.path("metadata").path("name").asText();
    }

    /** Empty for what belongs to no namespace. */
    public String namespace() {
        return tree.path("metadata").path("namespace").asText();
    }

    /** How findings name it. */
    public String label() {
        return kind() + " " + (namespace().isEmpty() ? "" : namespace() + "/") + name();
    }
}
