package io.chancery.message.run.file;

/**
 * What became of the lines of an upload; each is counted once.
 *
 * @param lastLine the number of the last one that was read; 0 if there was none
 * @param added that could be read, and were not there
 * @param corrected that took the place of refused ones
 * @param repeated that were there already
 * @param changed that were there with other content, which stays
 * @param refused that could not be read, and were not there
 */
public record UploadCounts(long lastLine, long added, long corrected, long repeated, long changed, long refused) {

    static final UploadCounts NONE = new UploadCounts(0, 0, 0, 0, 0, 0);

    UploadCounts plus(UploadCounts more) {
        return new UploadCounts(
                Math.max(lastLine, more.lastLine),
                added + more.added,
                corrected + more.corrected,
                repeated + more.repeated,
                changed + more.changed,
                refused + more.refused);
    }
}
