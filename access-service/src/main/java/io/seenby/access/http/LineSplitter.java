package io.seenby.access.http;

/** One item a line ({@code application/x-ndjson}). Blank lines are no items; the last line may lack its end. */
final class LineSplitter implements ItemSplitter {

    private final Piece line;

    LineSplitter(int mostBytes) {
        this.line = new Piece(mostBytes);
    }

    @Override
    public void feed(byte[] piece, Items items) {
        int start = 0;
        for (int i = 0; i < piece.length; i++) {
            if (piece[i] == '\n') {
                line.add(piece, start, i);
                line.handOver(items);
                start = i + 1;
            }
        }
        line.add(piece, start, piece.length);
    }

    @Override
    public void end(Items items) {
        line.handOver(items);
    }
}
