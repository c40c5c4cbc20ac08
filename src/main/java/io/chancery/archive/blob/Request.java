package io.chancery.archive.blob;

import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.errors.ServerException;
import java.io.IOException;
import java.security.GeneralSecurityException;

/**
 * A request to an S3 store that may be sent more than once.
 *
 * @param <T> its answer
 */
@FunctionalInterface
interface Request<T> {

    /** How often it is sent if the store does not answer or has a fault. */
    int TRIES = 3;

    T send() throws MinioException, GeneralSecurityException, IOException;

    /**
     * Its answer. What the library throws is not passed on where it holds the request.
     *
     * @throws RefusedException if the answer is no
     * @throws BlobException if there is none
     */
    static <T> T call(Request<T> request) {
        for (int tried = 1; ; tried++) {
            try {
                return once(request);
            } catch (RefusedException e) {
                if (tried == TRIES || !e.mayPass()) {
                    throw e;
                }
            } catch (BlobException e) {
                if (tried == TRIES) {
                    throw e;
                }
            }
            pause(tried);
        }
    }

    private static <T> T once(Request<T> request) {
        try {
            return request.send();
        } catch (ErrorResponseException e) {
            throw new RefusedException(e.response().code(), e.errorResponse().code());
        } catch (ServerException e) {
            throw new RefusedException(e.statusCode(), "without a reason");
        } catch (MinioException | GeneralSecurityException e) {
            throw new BlobException(
                    "The answer of the S3 store cannot be read: " + e.getClass().getSimpleName(), null);
        } catch (IOException e) {
            throw new BlobException("The S3 store does not answer", e);
        }
    }

    private static void pause(int tried) {
        try {
            Thread.sleep(100L << tried);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BlobException("Stopped while waiting for the S3 store", e);
        }
    }
}
