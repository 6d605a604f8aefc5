package io.seenby.events.json;

import java.util.Arrays;

/** A growing UTF-8 text of JSON: written once, without a string in between. */
final class JsonBytes {

    /** In bytes: what one UTF-16 unit takes at most, as an escape. */
    private static final int WIDEST = 6;

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private byte[] bytes = new byte[1_536];
    private int length;

    void ascii(char c) {
        reserve(1);
        bytes[length++] = (byte) c;
    }

    void ascii(String text) {
        reserve(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
    }

    /** In quotes, with the shortest escapes. Throws {@link IllegalArgumentException} for a lone surrogate. */
    void text(String text) {
        int units = text.length();
        reserve(units * WIDEST + 2);
        byte[] into = bytes;
        int at = length;
        into[at++] = '"';
        int i = 0;
        while (i < units) {
            char c = text.charAt(i);
            if (c >= 0x80 || c < 0x20 || c == '"' || c == '\\') {
                break;
            }
            into[at++] = (byte) c;
            i++;
        }
        length = at;
        while (i < units) {
            i += unit(text, i);
        }
        bytes[length++] = '"';
    }

    /** Writes what begins there; answers how many UTF-16 units it took. */
    private int unit(String text, int i) {
        char c = text.charAt(i);
        if (c == '"' || c == '\\' || c < 0x20) {
            escape(c);
        } else if (c < 0x80) {
            bytes[length++] = (byte) c;
        } else if (c < 0x800) {
            bytes[length++] = (byte) (0xc0 | c >> 6);
            tail(c);
        } else if (!Character.isSurrogate(c)) {
            bytes[length++] = (byte) (0xe0 | c >> 12);
            tail(c >> 6);
            tail(c);
        } else {
            int point = pair(text, i);
            bytes[length++] = (byte) (0xf0 | point >> 18);
            tail(point >> 12);
            tail(point >> 6);
            tail(point);
            return 2;
        }
        return 1;
    }

    private static int pair(String text, int at) {
        boolean paired = at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
        if (!paired) {
            throw new IllegalArgumentException("a lone surrogate has no canonical form");
        }
        return Character.toCodePoint(text.charAt(at), text.charAt(at + 1));
    }

    private void tail(int bits) {
        bytes[length++] = (byte) (0x80 | bits & 0x3f);
    }

    private void escape(char c) {
        bytes[length++] = '\\';
        switch (c) {
            case '"', '\\' -> bytes[length++] = (byte) c;
            case '\b' -> bytes[length++] = 'b';
            case '\t' -> bytes[length++] = 't';
            case '\n' -> bytes[length++] = 'n';
            case '\f' -> bytes[length++] = 'f';
            case '\r' -> bytes[length++] = 'r';
            default -> {
                bytes[length++] = 'u';
                bytes[length++] = '0';
                bytes[length++] = '0';
                bytes[length++] = HEX[c >> 4];
                bytes[length++] = HEX[c & 0xf];
            }
        }
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }
}
