/*
 * Runs one program and says what it cost: wall clock, CPU time, peak resident memory, and the peak of that part of the
 * memory that belongs to no file (RssAnon), which the kernel keeps no maximum of, so that it is sampled.
 *
 *   measure [-o OUT] [-e ERR] [-t THREADS] REPORT COMMAND [ARGUMENT...]
 *
 * REPORT gets one line: wall and CPU in seconds, peak RSS and peak RssAnon in MB, exit status. OUT and ERR take the
 * program's output, THREADS its CPU seconds by thread name. What a shell script starts by exec counts as the program.
 */
#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { SAMPLE_MILLIS = 10, MOST_THREADS = 256 };

struct thread {
    int id;
    char name[32];
    double seconds;
};

static struct thread threads[MOST_THREADS];
static int thread_count;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static double seconds(struct timeval t) {
    return t.tv_sec + t.tv_usec / 1e6;
}

/* RssAnon of the process now, in KB; 0 when it is gone. */
static long anonymous(pid_t pid) {
    char path[64], line[256];
    long kb = 0;
    snprintf(path, sizeof path, "/proc/%d/status", pid);
    FILE *status = fopen(path, "r");
    while (status && fgets(line, sizeof line, status) && sscanf(line, "RssAnon: %ld", &kb) != 1) {
    }
    if (status) {
        fclose(status);
    }
    return kb;
}

static void keep_thread(int id, const char *name, double cpu) {
    int i = 0;
    while (i < thread_count && threads[i].id != id) {
        i++;
    }
    if (i == MOST_THREADS) {
        return;
    }
    thread_count = i == thread_count ? i + 1 : thread_count;
    threads[i].id = id;
    threads[i].seconds = cpu;
    snprintf(threads[i].name, sizeof threads[i].name, "%s", name);
}

/* Takes the CPU time of every thread that lives now. */
static void sample_threads(pid_t pid) {
    char path[320], text[512];
    snprintf(path, sizeof path, "/proc/%d/task", pid);
    DIR *tasks = opendir(path);
    struct dirent *entry;
    while (tasks && (entry = readdir(tasks))) {
        snprintf(path, sizeof path, "/proc/%d/task/%s/stat", pid, entry->d_name);
        FILE *stat = entry->d_name[0] == '.' ? NULL : fopen(path, "r");
        if (!stat) {
            continue;
        }
        size_t length = fread(text, 1, sizeof text - 1, stat);
        fclose(stat);
        text[length] = 0;
        char *name = strchr(text, '('), *end = strrchr(text, ')');
        unsigned long user, system;
        if (name && end && sscanf(end + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system) == 2) {
            *end = 0;
            keep_thread(atoi(entry->d_name), name + 1, (double) (user + system) / sysconf(_SC_CLK_TCK));
        }
    }
    if (tasks) {
        closedir(tasks);
    }
}

static void redirect(const char *file, int descriptor) {
    if (file) {
        int to = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0644);
        if (to < 0 || dup2(to, descriptor) < 0) {
            perror(file);
            _exit(126);
        }
    }
}

static void say_threads(const char *file) {
    FILE *out = fopen(file, "w");
    for (int i = 0; out && i < thread_count; i++) {
        fprintf(out, "%.2f %s\n", threads[i].seconds, threads[i].name);
    }
    if (out) {
        fclose(out);
    }
}

int main(int argc, char **argv) {
    const char *out = NULL, *err = NULL, *by_thread = NULL;
    int option;
    while ((option = getopt(argc, argv, "+o:e:t:")) != -1) {
        switch (option) {
            case 'o': out = optarg; break;
            case 'e': err = optarg; break;
            case 't': by_thread = optarg; break;
            default: return 2;
        }
    }
    if (argc - optind < 2) {
        fprintf(stderr, "usage: measure [-o OUT] [-e ERR] [-t THREADS] REPORT COMMAND [ARGUMENT...]\n");
        return 2;
    }
    double begin = now();
    pid_t pid = fork();
    if (pid == 0) {
        redirect(out, STDOUT_FILENO);
        redirect(err, STDERR_FILENO);
        execvp(argv[optind + 1], argv + optind + 1);
        perror(argv[optind + 1]);
        _exit(127);
    }
    struct pollfd ended = {.fd = (int) syscall(SYS_pidfd_open, pid, 0), .events = POLLIN};
    long anon = 0;
    while (poll(&ended, 1, SAMPLE_MILLIS) == 0) {
        long kb = anonymous(pid);
        anon = kb > anon ? kb : anon;
        if (by_thread) {
            sample_threads(pid);
        }
    }
    int status;
    struct rusage used;
    if (wait4(pid, &status, 0, &used) != pid) {
        perror("measure: wait");
        return 1;
    }
    double wall = now() - begin;
    FILE *report = fopen(argv[optind], "w");
    if (!report) {
        perror(argv[optind]);
        return 1;
    }
    fprintf(report, "%.3f %.3f %.0f %.0f %d\n", wall, seconds(used.ru_utime) + seconds(used.ru_stime),
            used.ru_maxrss / 1024.0, anon / 1024.0, WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
    fclose(report);
    if (by_thread) {
        say_threads(by_thread);
    }
    return 0;
}
