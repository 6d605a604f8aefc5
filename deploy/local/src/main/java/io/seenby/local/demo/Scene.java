package io.seenby.local.demo;

/**
 * Something that happens in a house, some seconds after the curtain rose.
 *
 * @param told a line for whoever watches the terminal; empty for routine
 */
record Scene(double atSecond, House house, String told, Report report) {}
