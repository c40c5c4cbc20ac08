package io.chancery.dispatch.print.piece;

/**
 * What one piece costs by.
 *
 * @param weight with the envelope
 */
public record Postage(PostageClass postageClass, boolean international, Weight weight) {

    /** What manifests call it: {@code standard}, {@code standard-international}. */
    public String code() {
        return international ? postageClass.code() + "-international" : postageClass.code();
    }
}
