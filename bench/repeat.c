/*
 * Writes a pcap file several times in a row as one capture, each time later and between other addresses: ten times the
 * input without ten times the disk.
 *
 *   repeat TIMES FILE.pcap | ./qingyuan mining scan -
 *
 * The n-th copy, counted from 0, begins an hour and a second after the end of the one before, so that nothing of that is
 * still going on, and n is added to the second byte of both addresses of IPv4 packets (the sixth of IPv6). Checksums
 * and names in payloads are left as they are. Reads what a little-endian machine wrote, over Ethernet.
 */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILE_HEADER = 24, RECORD_HEADER = 16, PAUSE_SECONDS = 3601, BLOCK = 1 << 20, MOST = 1 << 18 };

static uint8_t block[BLOCK];
static size_t filled;

static uint32_t word32(const uint8_t *at) {
    uint32_t value;
    memcpy(&value, at, sizeof value);
    return value;
}

static void flush(void) {
    for (size_t at = 0; at < filled;) {
        ssize_t count = write(STDOUT_FILENO, block + at, filled - at);
        if (count < 0) {
            exit(1);
        }
        at += (size_t) count;
    }
    filled = 0;
}

static void put(const uint8_t *bytes, size_t length) {
    if (filled + length > BLOCK) {
        flush();
    }
    memcpy(block + filled, bytes, length);
    filled += length;
}

static void move_addresses(uint8_t *packet, size_t length, unsigned copy) {
    size_t type = 12;
    while (length >= type + 6 && ((packet[type] == 0x81 && packet[type + 1] == 0) || (packet[type] == 0x88 && packet[type + 1] == 0xa8))) {
        type += 4;
    }
    uint8_t *ip = packet + type + 2;
    if (length >= type + 22 && packet[type] == 8 && packet[type + 1] == 0) {
        ip[13] = (uint8_t) (ip[13] + copy);
        ip[17] = (uint8_t) (ip[17] + copy);
    } else if (length >= type + 42 && packet[type] == 0x86 && packet[type + 1] == 0xdd) {
        ip[13] = (uint8_t) (ip[13] + copy);
        ip[29] = (uint8_t) (ip[29] + copy);
    }
}

/* Writes one copy, `later` seconds later; gives the seconds of its last packet. */
static uint32_t copy(const uint8_t *file, uint64_t size, unsigned number, uint32_t later) {
    uint32_t last = 0;
    for (uint64_t at = FILE_HEADER; size - at >= RECORD_HEADER;) {
        uint32_t captured = word32(file + at + 8);
        if (captured > MOST || captured > size - at - RECORD_HEADER) {
            break;
        }
        last = word32(file + at) + later;
        put(file + at, RECORD_HEADER + captured);
        uint8_t *record = block + filled - RECORD_HEADER - captured;
        memcpy(record, &last, sizeof last);
        if (number > 0) {
            move_addresses(record + RECORD_HEADER, captured, number);
        }
        at += RECORD_HEADER + captured;
    }
    return last;
}

int main(int argc, char **argv) {
    struct stat status;
    int file = argc == 3 ? open(argv[2], O_RDONLY) : -1;
    if (file < 0 || fstat(file, &status) != 0 || status.st_size < FILE_HEADER + RECORD_HEADER) {
        fprintf(stderr, "usage: repeat TIMES FILE.pcap\n");
        return 2;
    }
    uint64_t size = (uint64_t) status.st_size;
    const uint8_t *bytes = mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (bytes == MAP_FAILED || (word32(bytes) != 0xa1b2c3d4 && word32(bytes) != 0xa1b23c4d)) {
        fprintf(stderr, "repeat: no little-endian pcap\n");
        return 3;
    }
    uint32_t first = word32(bytes + FILE_HEADER), later = 0;
    put(bytes, FILE_HEADER);
    for (int i = 0; i < atoi(argv[1]); i++) {
        later = copy(bytes, size, (unsigned) i, later) + PAUSE_SECONDS - first;
    }
    flush();
    return 0;
}
