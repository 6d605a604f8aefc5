package io.seenby.access.http;

/** The elements of one JSON array. Knows strings and brackets; all else is left to who reads the items. */
final class ArraySplitter implements ItemSplitter {

    private enum Where {
        BEFORE,
        FIRST,
        VALUE,
        STRING,
        ESCAPE,
        AFTER,
        BROKEN
    }

    private final Piece value;
    private Where where = Where.BEFORE;
    private int depth;
    private boolean something;
    private long seen;

    ArraySplitter(int mostBytes) {
        this.value = new Piece(mostBytes);
    }

    @Override
    public void feed(byte[] piece, Items items) {
        int start = 0;
        for (int i = 0; i < piece.length && where != Where.BROKEN; i++) {
            byte b = piece[i];
            switch (where) {
                case STRING -> where = b == '\\' ? Where.ESCAPE : b == '"' ? Where.VALUE : Where.STRING;
                case ESCAPE -> where = Where.STRING;
                case VALUE, FIRST -> {
                    if (endsValue(b)) {
                        value.add(piece, start, i);
                        end(b, items, seen + i);
                        start = i + 1;
                    } else {
                        within(b);
                    }
                }
                case BEFORE -> {
                    start = i + 1;
                    begin(b, items, seen + i);
                }
                case AFTER -> {
                    start = i + 1;
                    if (!Piece.isSpace(b)) {
                        breakAt("something stands after the array", items, seen + i);
                    }
                }
                case BROKEN -> {}
            }
        }
        if (where != Where.BEFORE && where != Where.AFTER && where != Where.BROKEN) {
            value.add(piece, start, piece.length);
        }
        seen += piece.length;
    }

    private void begin(byte b, Items items, long at) {
        if (b == '[') {
            where = Where.FIRST;
        } else if (!Piece.isSpace(b)) {
            breakAt("the body is no array", items, at);
        }
    }

    private boolean endsValue(byte b) {
        return depth == 0 && (b == ',' || b == ']' || b == '}');
    }

    /** Inside a value, outside its strings. */
    private void within(byte b) {
        switch (b) {
            case '"' -> where = Where.STRING;
            case '{', '[' -> depth++;
            case '}', ']' -> depth--;
            default -> {}
        }
        if (!Piece.isSpace(b)) {
            something = true;
            where = where == Where.FIRST ? Where.VALUE : where;
        }
    }

    private void end(byte b, Items items, long at) {
        if (b == '}') {
            breakAt("a bracket is closed that was not opened", items, at);
        } else if (something) {
            value.handOver(items);
            something = false;
            where = b == ',' ? Where.VALUE : Where.AFTER;
        } else if (b == ']' && where == Where.FIRST) {
            where = Where.AFTER;
        } else {
            breakAt("an item is missing", items, at);
        }
    }

    @Override
    public void end(Items items) {
        if (where != Where.AFTER && where != Where.BROKEN) {
            breakAt("the array is not closed", items, seen);
        }
    }

    private void breakAt(String why, Items items, long at) {
        where = Where.BROKEN;
        items.broken(why, at);
    }
}
