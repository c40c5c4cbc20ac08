package io.chancery.template;

/**
 * Names the priced lines in the data of a request, so that the renderer can work out nets, tax and totals.
 *
 * @param items field that holds the list of lines
 * @param quantity field of a line, a decimal
 * @param price field of a line, the net price of one unit, a decimal
 * @param vat field of a line, the VAT rate in percent, a decimal
 */
public record PricedLines(String items, String quantity, String price, String vat) {}
