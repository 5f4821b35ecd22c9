/* A disk as a hall's computer may have one, put under an unchanged program by LD_PRELOAD.
 *
 * DISK_DELAY_US   every fsync and fdatasync takes so much longer.
 * DISK_FOLDER     with DISK_TAPE: what the program does to files below this absolute path is told to the tape
 * DISK_TAPE       (a file that outlives the program's kill), in the order in which it happens.
 *
 * While there is a tape, the host's own syncs are left out: whether bytes are durable is then the tape's to say
 * (benchmarks/durability/tape.py), and what the program wrote stands in the host's cache until it is killed.
 * An act is told before it is done, both under one lock: a kill between them leaves the last act in doubt. A
 * sync and an opening are told when they are done.
 * What this file does not know how to tell is told as an `X`, and makes the tape useless rather than wrong.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum { FDS = 65536, WATCHED = 1, SHARED_MEMORY = 2, CREATED = 1, EMPTIED = 2 };

static unsigned char watched[FDS];
static char folder[4096];
static size_t folder_length;
static int tape = -1;
static long delay_us;
static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;

struct __attribute__((packed)) act { char what; int32_t fd; uint64_t number; uint32_t length; };

__attribute__((constructor)) static void begin(void)
{
    const char *delay = getenv("DISK_DELAY_US"), *place = getenv("DISK_TAPE"), *below = getenv("DISK_FOLDER");
    delay_us = delay ? atol(delay) : 0;
    if (!place || !below)
        return;
    folder_length = strlen(below);
    if (folder_length >= sizeof folder)
        abort();
    memcpy(folder, below, folder_length + 1);
    int opened = syscall(SYS_openat, AT_FDCWD, place, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    tape = opened < 0 ? opened : fcntl(opened, F_DUPFD_CLOEXEC, 1000); /* out of the way of the program's own */
    if (tape < 0)
        abort();
    syscall(SYS_close, opened);
}

static int concerns(const char *path)
{
    return tape >= 0 && path && !strncmp(path, folder, folder_length)
        && (path[folder_length] == '/' || !path[folder_length]);
}

static int is_watched(int fd) { return fd >= 0 && fd < FDS && watched[fd]; }

static void tell(char what, int fd, uint64_t number, const void *bytes, size_t length)
{
    struct act act = { what, fd, number, (uint32_t)length };
    struct iovec parts[2] = { { &act, sizeof act }, { (void *)bytes, length } };
    if (syscall(SYS_writev, tape, parts, 2) != (long)(sizeof act + length))
        abort();
}

static int do_open(int at, const char *path, int flags, mode_t mode)
{
    if (!concerns(path))
        return syscall(SYS_openat, at, path, flags, mode);
    struct stat before;
    pthread_mutex_lock(&one_at_a_time);
    int was_there = !lstat(path, &before);
    int fd = syscall(SYS_openat, at, path, flags, mode), error = errno;
    if (fd >= 0 && fd < FDS) {
        size_t length = strlen(path);
        watched[fd] = length > 4 && !strcmp(path + length - 4, "-shm") ? WATCHED | SHARED_MEMORY : WATCHED;
        tell('O', fd, (was_there ? 0 : CREATED) | (flags & O_TRUNC ? EMPTIED : 0), path, length);
    } else if (fd >= FDS)
        abort();
    pthread_mutex_unlock(&one_at_a_time);
    errno = error;
    return fd;
}

#define MODE(flags) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }

int open(const char *path, int flags, ...) { MODE(flags) return do_open(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return do_open(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE(flags) return do_open(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags) return do_open(at, path, flags, mode); }
int creat(const char *path, mode_t mode) { return do_open(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

int close(int fd)
{
    if (is_watched(fd))
        watched[fd] = 0;
    return syscall(SYS_close, fd);
}

static ssize_t write_at(int fd, const void *bytes, size_t length, off_t at)
{
    pthread_mutex_lock(&one_at_a_time);
    tell('W', fd, at, bytes, length);
    ssize_t done = syscall(SYS_pwrite64, fd, bytes, length, at);
    int error = errno;
    if (done != (ssize_t)length)
        tell('X', fd, 0, "short write", 11);
    pthread_mutex_unlock(&one_at_a_time);
    errno = error;
    return done;
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at)
{
    return is_watched(fd) ? write_at(fd, bytes, length, at) : syscall(SYS_pwrite64, fd, bytes, length, at);
}
ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t at) { return pwrite(fd, bytes, length, at); }

ssize_t write(int fd, const void *bytes, size_t length)
{
    if (!is_watched(fd))
        return syscall(SYS_write, fd, bytes, length);
    off_t at = lseek(fd, 0, fcntl(fd, F_GETFL) & O_APPEND ? SEEK_END : SEEK_CUR);
    ssize_t done = write_at(fd, bytes, length, at);
    if (done > 0)
        lseek(fd, at + done, SEEK_SET);
    return done;
}

int ftruncate(int fd, off_t size)
{
    if (!is_watched(fd))
        return syscall(SYS_ftruncate, fd, size);
    pthread_mutex_lock(&one_at_a_time);
    tell('T', fd, size, "", 0);
    int done = syscall(SYS_ftruncate, fd, size), error = errno;
    pthread_mutex_unlock(&one_at_a_time);
    errno = error;
    return done;
}
int ftruncate64(int fd, off_t size) { return ftruncate(fd, size); }

static int sync_of(long number, int fd)
{
    if (!is_watched(fd)) {
        int done = syscall(number, fd), error = errno;
        if (delay_us)
            usleep(delay_us);
        errno = error;
        return done;
    }
    if (delay_us)
        usleep(delay_us);
    pthread_mutex_lock(&one_at_a_time);
    tell('S', fd, 0, "", 0);
    pthread_mutex_unlock(&one_at_a_time);
    return 0;
}
int fsync(int fd) { return sync_of(SYS_fsync, fd); }
int fdatasync(int fd) { return sync_of(SYS_fdatasync, fd); }

static int renamed(int from_at, const char *from, int to_at, const char *to, unsigned flags)
{
    if (!concerns(from) && !concerns(to))
        return syscall(SYS_renameat2, from_at, from, to_at, to, flags);
    char both[8192];
    struct stat before;
    int length = snprintf(both, sizeof both, "%s%c%s", from, 0, to);
    if (length >= (int)sizeof both)
        abort();
    pthread_mutex_lock(&one_at_a_time);
    if (!lstat(from, &before))
        tell('R', -1, flags, both, length);
    int done = syscall(SYS_renameat2, from_at, from, to_at, to, flags), error = errno;
    if (done && error != ENOENT)
        tell('X', -1, 0, "rename", 6);
    pthread_mutex_unlock(&one_at_a_time);
    errno = error;
    return done;
}
int rename(const char *from, const char *to) { return renamed(AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int fa, const char *from, int ta, const char *to) { return renamed(fa, from, ta, to, 0); }
int renameat2(int fa, const char *f, int ta, const char *t, unsigned g) { return renamed(fa, f, ta, t, g); }

static int removed(int at, const char *path, int flags)
{
    if (!concerns(path) || flags)
        return syscall(SYS_unlinkat, at, path, flags);
    struct stat before;
    pthread_mutex_lock(&one_at_a_time);
    if (!lstat(path, &before))
        tell('U', -1, 0, path, strlen(path));
    int done = syscall(SYS_unlinkat, at, path, 0), error = errno;
    if (done && error != ENOENT)
        tell('X', -1, 0, "unlink", 6);
    pthread_mutex_unlock(&one_at_a_time);
    errno = error;
    return done;
}
int unlink(const char *path) { return removed(AT_FDCWD, path, 0); }
int unlinkat(int at, const char *path, int flags) { return removed(at, path, flags); }

/* Ways of writing that nothing here uses: should that change, the tape must not be believed. */
static void strange(int fd, const char *name)
{
    if (!is_watched(fd))
        return;
    pthread_mutex_lock(&one_at_a_time);
    tell('X', fd, 0, name, strlen(name));
    pthread_mutex_unlock(&one_at_a_time);
}

void *mmap(void *where, size_t length, int protection, int flags, int fd, off_t at)
{
    if (protection & PROT_WRITE && flags & MAP_SHARED && is_watched(fd) && !(watched[fd] & SHARED_MEMORY))
        strange(fd, "mmap");
    return (void *)syscall(SYS_mmap, where, length, protection, flags, fd, at);
}
void *mmap64(void *w, size_t l, int p, int f, int fd, off_t at) { return mmap(w, l, p, f, fd, at); }

ssize_t writev(int fd, const struct iovec *parts, int count)
{
    strange(fd, "writev");
    return syscall(SYS_writev, fd, parts, count);
}
ssize_t sendfile(int to, int from, off_t *at, size_t length)
{
    strange(to, "sendfile");
    return syscall(SYS_sendfile, to, from, at, length);
}
ssize_t sendfile64(int to, int from, off_t *at, size_t length) { return sendfile(to, from, at, length); }
ssize_t copy_file_range(int from, off_t *fa, int to, off_t *ta, size_t length, unsigned flags)
{
    strange(to, "copy_file_range");
    return syscall(SYS_copy_file_range, from, fa, to, ta, length, flags);
}
int fallocate(int fd, int mode, off_t at, off_t length)
{
    strange(fd, "fallocate");
    return syscall(SYS_fallocate, fd, mode, at, length);
}
int posix_fallocate(int fd, off_t at, off_t length)
{
    strange(fd, "posix_fallocate");
    return syscall(SYS_fallocate, fd, 0, at, length) ? errno : 0;
}
