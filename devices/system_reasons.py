"""Why a system does not let a file be used, as part of a sentence.

The words are those of the C library, so that they are the same on each system. What is
rarer than these is said in the system's own words.
"""

import errno

from devices.phrase import phrase

_REASONS = {
    errno.EACCES: phrase("permission denied"),
    errno.EBUSY: phrase("device or resource busy"),
    errno.EDQUOT: phrase("disk quota exceeded"),
    errno.EEXIST: phrase("file exists"),
    errno.EFBIG: phrase("file too large"),
    errno.EINVAL: phrase("invalid argument"),
    errno.EIO: phrase("input/output error"),
    errno.EISDIR: phrase("is a directory"),
    errno.ELOOP: phrase("too many levels of symbolic links"),
    errno.EMFILE: phrase("too many open files"),
    errno.ENAMETOOLONG: phrase("file name too long"),
    errno.ENFILE: phrase("too many open files in system"),
    errno.ENODEV: phrase("no such device"),
    errno.ENOENT: phrase("no such file or directory"),
    errno.ENOLCK: phrase("no locks available"),
    errno.ENOMEM: phrase("cannot allocate memory"),
    errno.ENOSPC: phrase("no space left on device"),
    errno.ENOTCONN: phrase("not connected"),
    errno.ENOTDIR: phrase("not a directory"),
    errno.ENXIO: phrase("no such device or address"),
    errno.EPERM: phrase("operation not permitted"),
    errno.EROFS: phrase("read-only file system"),
    errno.ETIMEDOUT: phrase("connection timed out"),
}


def reason_of(failure: OSError) -> str:
    """Say why the system refused; the words go on in a sentence.

    >>> reason_of(FileNotFoundError(2, "No such file or directory"))
    'no such file or directory'
    """
    known = _REASONS.get(failure.errno or 0)
    if known is not None:
        return known
    why = failure.strerror
    return why[:1].lower() + why[1:] if why else type(failure).__name__
