package io.seenby.manifests;

import java.nio.file.Path;

/** The checkout that is tested. */
final class Checkout {

    static final Path ROOT = Path.of(System.getProperty("seenby.root", "../.."));

    private Checkout() {}
}
