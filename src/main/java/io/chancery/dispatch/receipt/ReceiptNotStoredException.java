package io.chancery.dispatch.receipt;

/** A receipt could not be stored; the provider should be asked to repeat it. */
final class ReceiptNotStoredException extends RuntimeException {

    ReceiptNotStoredException(String reference, Throwable cause) {
        super("The receipt for " + reference + " could not be stored", cause);
    }
}
