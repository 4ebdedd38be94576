// Loaded into a process by LD_PRELOAD, it notes what the process does to the files of one folder, in the order
// in which it is done: POWER_FOLDER says which, POWER_TRACE where. What the kernel would lose when the power
// fails, tests/power/replay.ts finds out from these notes.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

// One note: this, the path, and of a write its bytes.
struct note {
  uint32_t kind;
  uint32_t path_length;
  uint64_t file;
  int64_t offset;
  uint64_t length;
};

enum { CREATE = 1, WRITE, TRUNCATE, SYNC, SYNC_FOLDER, LINK, RENAME, UNLINK, MAKE_FOLDER };

static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;
static const char *folder;
static int trace = -1;

static void *real(const char *name) {
  void *function = dlsym(RTLD_NEXT, name);
  if (function == NULL) abort();
  return function;
}

__attribute__((constructor)) static void begin(void) {
  folder = getenv("POWER_FOLDER");
  const char *path = getenv("POWER_TRACE");
  if (folder == NULL || path == NULL) return;
  int (*real_open)(const char *, int, ...) = real("open");
  trace = real_open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
}

// The index of the log in shared memory isn't what a database is made of.
static int is_watched(const char *path) {
  size_t length = strlen(path), of_folder = folder == NULL ? 0 : strlen(folder);
  if (trace < 0 || strncmp(path, folder, of_folder) != 0) return 0;
  return length < 4 || strcmp(path + length - 4, "-shm") != 0;
}

// Whether it is of the folder; if so, its path and number are known then.
static int find(int fd, char *path, size_t size, uint64_t *file) {
  int kept = errno, found = 0;
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = trace < 0 ? -1 : readlink(link, path, size - 1);
  if (length > 0) {
    path[length] = 0;
    struct stat state;
    found = is_watched(path) && fstat(fd, &state) == 0;
    if (found) *file = state.st_ino;
  }
  errno = kept;
  return found;
}

static void note(uint32_t kind, uint64_t file, const char *path, int64_t offset, const void *bytes, uint64_t length) {
  int kept = errno;
  struct note head = {kind, strlen(path), file, offset, length};
  struct iovec parts[] = {
      {&head, sizeof head}, {(void *)path, head.path_length}, {(void *)bytes, bytes == NULL ? 0 : length}};
  if (writev(trace, parts, 3) < 0) abort();
  errno = kept;
}

static int open_at(int at, const char *path, int flags, mode_t mode) {
  static int (*real_openat)(int, const char *, int, ...);
  if (real_openat == NULL) real_openat = real("openat");
  struct stat before;
  if (!(flags & O_CREAT) || !is_watched(path)) return real_openat(at, path, flags, mode);
  pthread_mutex_lock(&order);
  int was_there = stat(path, &before) == 0;
  int fd = real_openat(at, path, flags, mode);
  struct stat after;
  if (fd >= 0 && !was_there && fstat(fd, &after) == 0) note(CREATE, after.st_ino, path, 0, NULL, 0);
  pthread_mutex_unlock(&order);
  return fd;
}

#define MODE(flags) \
  mode_t mode = 0; \
  if ((flags) & (O_CREAT | O_TMPFILE)) { \
    va_list more; \
    va_start(more, flags); \
    mode = va_arg(more, mode_t); \
    va_end(more); \
  }

int open(const char *path, int flags, ...) { MODE(flags) return open_at(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return open_at(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE(flags) return open_at(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags) return open_at(at, path, flags, mode); }

// Does it, and notes it if it was done; nobody else's work comes between.
#define WATCH_FD(result_type, fd, call, done, ...) \
  char path[4096]; \
  uint64_t file; \
  if (!find(fd, path, sizeof path, &file)) return call; \
  pthread_mutex_lock(&order); \
  result_type result = call; \
  if (done) note(__VA_ARGS__); \
  pthread_mutex_unlock(&order); \
  return result;

#define WRITER(name, offset_type) \
  ssize_t name(int fd, const void *bytes, size_t length, offset_type offset) { \
    static ssize_t (*function)(int, const void *, size_t, offset_type); \
    if (function == NULL) function = real(#name); \
    WATCH_FD(ssize_t, fd, function(fd, bytes, length, offset), result > 0, WRITE, file, path, offset, bytes, result) \
  }
WRITER(pwrite, off_t)
WRITER(pwrite64, off64_t)

ssize_t write(int fd, const void *bytes, size_t length) {
  static ssize_t (*function)(int, const void *, size_t);
  if (function == NULL) function = real("write");
  WATCH_FD(ssize_t, fd, function(fd, bytes, length), result > 0, WRITE, file, path, lseek(fd, 0, SEEK_CUR) - result, bytes, result)
}

#define TRUNCATER(name, offset_type) \
  int name(int fd, offset_type length) { \
    static int (*function)(int, offset_type); \
    if (function == NULL) function = real(#name); \
    WATCH_FD(int, fd, function(fd, length), result == 0, TRUNCATE, file, path, length, NULL, 0) \
  }
TRUNCATER(ftruncate, off_t)
TRUNCATER(ftruncate64, off64_t)

static int is_folder(int fd) {
  struct stat state;
  return fstat(fd, &state) == 0 && S_ISDIR(state.st_mode);
}

#define SYNCER(name) \
  int name(int fd) { \
    static int (*function)(int); \
    if (function == NULL) function = real(#name); \
    WATCH_FD(int, fd, function(fd), result == 0, is_folder(fd) ? SYNC_FOLDER : SYNC, file, path, 0, NULL, 0) \
  }
SYNCER(fsync)
SYNCER(fdatasync)

static uint64_t number_of(const char *path) {
  struct stat state;
  return stat(path, &state) == 0 ? state.st_ino : 0;
}

#define WATCH_NAME(kind, name, condition, call) \
  if (!is_watched(name)) return call; \
  pthread_mutex_lock(&order); \
  uint64_t file = number_of(condition); \
  int result = call; \
  if (result == 0) note(kind, file, name, 0, NULL, 0); \
  pthread_mutex_unlock(&order); \
  return result;

int link(const char *from, const char *to) {
  static int (*function)(const char *, const char *);
  if (function == NULL) function = real("link");
  WATCH_NAME(LINK, to, from, function(from, to))
}

int unlink(const char *path) {
  static int (*function)(const char *);
  if (function == NULL) function = real("unlink");
  WATCH_NAME(UNLINK, path, path, function(path))
}

int mkdir(const char *path, mode_t mode) {
  static int (*function)(const char *, mode_t);
  if (function == NULL) function = real("mkdir");
  WATCH_NAME(MAKE_FOLDER, path, path, function(path, mode))
}

int rename(const char *from, const char *to) {
  static int (*function)(const char *, const char *);
  if (function == NULL) function = real("rename");
  if (!is_watched(to)) return function(from, to);
  pthread_mutex_lock(&order);
  uint64_t file = number_of(from);
  int result = function(from, to);
  // As one step: the old name stands behind the new one.
  if (result == 0) note(RENAME, file, to, 0, from, strlen(from));
  pthread_mutex_unlock(&order);
  return result;
}
