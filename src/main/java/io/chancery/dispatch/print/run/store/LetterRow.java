package io.chancery.dispatch.print.run.store;

import io.chancery.dispatch.print.piece.Destination;
import io.chancery.dispatch.print.piece.Letter;
import io.chancery.dispatch.print.piece.Paper;
import io.chancery.dispatch.print.piece.Stationery;
import io.chancery.vocabulary.Ucid;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** How a letter stands in a row. */
final class LetterRow {

    static final String COLUMNS =
            "delivery_id, ucid, country, postcode, address, sender, form, paper, grammage, pages, duplex, bytes, sha256, urgent";

    private LetterRow() {}

    /** Sets the {@link #COLUMNS} from the first parameter on, and says how many there are. */
    static int set(PreparedStatement insert, Letter letter) throws SQLException {
        int index = 0;
        insert.setObject(++index, letter.delivery());
        insert.setString(++index, letter.customer().text());
        insert.setString(++index, letter.destination().country());
        insert.setString(++index, letter.destination().postcode());
        insert.setString(++index, letter.destination().line());
        insert.setString(++index, letter.stationery().sender());
        insert.setString(++index, letter.stationery().form());
        insert.setString(++index, letter.stationery().paper().code());
        insert.setInt(++index, letter.stationery().paper().grammage());
        insert.setInt(++index, letter.extent().pages());
        insert.setBoolean(++index, letter.extent().duplex());
        insert.setLong(++index, letter.extent().bytes());
        insert.setString(++index, letter.sha256());
        insert.setBoolean(++index, letter.urgent());
        return index;
    }

    static Letter read(ResultSet row) throws SQLException {
        return new Letter(
                row.getObject("delivery_id", UUID.class),
                new Ucid(row.getString("ucid")),
                new Destination(row.getString("country"), row.getString("postcode"), row.getString("address")),
                new Stationery(
                        row.getString("sender"),
                        row.getString("form"),
                        new Paper(row.getString("paper"), row.getInt("grammage"))),
                new Letter.Extent(row.getInt("pages"), row.getBoolean("duplex"), row.getLong("bytes")),
                row.getString("sha256"),
                row.getBoolean("urgent"));
    }
}
