package io.chancery.render.difference;

/** Compares two letters; what looks and says the same is the same, whatever its bytes. */
@FunctionalInterface
public interface LetterComparison {

    LetterDifference compare(byte[] old, byte[] now);
}
