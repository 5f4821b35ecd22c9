/* Under a program: its wall clock is ahead of the machine's by as many milliseconds as stand in the file that
   CLOCK_AHEAD names, eight bytes in the machine's order, looked at with each question. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

static volatile const long long *ahead_ms;
static int (*bare)(clockid_t, struct timespec *);

__attribute__((constructor)) static void begin(void) {
    bare = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    const char *name = getenv("CLOCK_AHEAD");
    int file = name ? open(name, O_RDONLY | O_CLOEXEC) : -1;
    if (file < 0) return;
    void *found = mmap(0, sizeof *ahead_ms, PROT_READ, MAP_SHARED, file, 0);
    if (found != MAP_FAILED) ahead_ms = found;
    close(file);
}

int clock_gettime(clockid_t which, struct timespec *to) {
    int done = bare(which, to);
    if (done == 0 && ahead_ms && (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE)) {
        long long moved = (long long)to->tv_sec * 1000000000LL + to->tv_nsec + *ahead_ms * 1000000LL;
        to->tv_sec = moved / 1000000000LL;
        to->tv_nsec = moved % 1000000000LL;
    }
    return done;
}
