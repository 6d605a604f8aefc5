package io.seenby.cli.verify.views;

import java.sql.SQLException;

/** The views cannot be read to their end; the message says no more than the database's code, as rows may be quoted. */
public final class ViewsUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    ViewsUnreadable(SQLException failed) {
        super("The views cannot be read (SQLSTATE " + failed.getSQLState() + ").", failed);
    }
}
