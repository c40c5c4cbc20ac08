package io.chancery.archive.export.text;

import java.util.stream.Collectors;

/** Describes the table for the programs of tax auditors (Beschreibungsstandard, gdpdu-01-09-2004.dtd). */
public final class IndexDescription {

    private IndexDescription() {}

    /** The file {@code index.xml}. */
    public static String of(String supplier, String comment) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE DataSet SYSTEM "gdpdu-01-09-2004.dtd">
                <DataSet>
                  <Version>1.0</Version>
                  <DataSupplier>
                    <Name>%s</Name>
                    <Location></Location>
                    <Comment>%s</Comment>
                  </DataSupplier>
                  <Media>
                    <Name>Export</Name>
                    <Table>
                      <URL>index.csv</URL>
                      <Name>Zustellungen</Name>
                      <Description>Jede Zeile ein Dokument, das gesendet wurde, oder eine Zustellung ohne Dokument</Description>
                      <UTF8/>
                      <DecimalSymbol>.</DecimalSymbol>
                      <DigitGroupingSymbol> </DigitGroupingSymbol>
                      <Range>
                        <From>2</From>
                      </Range>
                      <VariableLength>
                        <ColumnDelimiter>,</ColumnDelimiter>
                        <RecordDelimiter>&#13;&#10;</RecordDelimiter>
                        <TextEncapsulator>"</TextEncapsulator>
                %s      </VariableLength>
                    </Table>
                  </Media>
                </DataSet>
                """.formatted(
                        escaped(supplier),
                        escaped(comment),
                        IndexColumn.all().stream().map(IndexDescription::column).collect(Collectors.joining()));
    }

    private static String column(IndexColumn column) {
        return """
                        <VariableColumn>
                          <Name>%s</Name>
                          <Description>%s</Description>
                          %s
                        </VariableColumn>
                """.formatted(
                column.name(), escaped(column.description()), column.type().element());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
