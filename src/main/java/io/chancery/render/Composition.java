package io.chancery.render;

/** Placeholder until the engine lands. */
public final class Composition {}
