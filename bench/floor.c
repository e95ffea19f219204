/*
 * The floor under every reader of captures: walks the records of a pcap file that lies mapped in memory, finds the
 * 5-tuple of each IPv4 or IPv6 packet, hashes it, and reads the first byte of its payload. No table, no state, nothing
 * allocated; whatever looks at every packet cannot be faster than this by much.
 *
 *   cc -O2 -o floor floor.c && ./floor FILE
 *
 * Reads what a little-endian machine wrote: Ethernet with up to two tags, or raw IP. Prints one line of counts, by which
 * two programs that read the same file can be compared, and a sum without which the compiler could leave the work out.
 */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILE_HEADER = 24, RECORD_HEADER = 16, ETHERNET = 1, RAW = 101 };

struct counts {
    uint64_t packets, bytes, ip, tcp, udp, payloads, sum;
};

static uint32_t word32(const uint8_t *at) {
    uint32_t value;
    memcpy(&value, at, sizeof value);
    return value;
}

static uint64_t word64(const uint8_t *at) {
    uint64_t value;
    memcpy(&value, at, sizeof value);
    return value;
}

static uint32_t net16(const uint8_t *at) {
    return (uint32_t) at[0] << 8 | at[1];
}

/* Spreads one word; the product's upper half comes down. */
static uint64_t mix(uint64_t hash, uint64_t value) {
    __uint128_t product = (__uint128_t) (hash ^ value) * 0x9e3779b97f4a7c15ULL;
    return (uint64_t) product ^ (uint64_t) (product >> 64);
}

static void transport(struct counts *c, const uint8_t *at, const uint8_t *end, unsigned protocol, uint64_t hash) {
    long header = 0;
    if (protocol == 6 && end - at >= 20) {
        header = (at[12] >> 4) * 4;
        c->tcp++;
    } else if (protocol == 17 && end - at >= 8) {
        header = 8;
        c->udp++;
    } else {
        c->sum += hash;
        return;
    }
    c->sum += mix(hash, (uint64_t) word32(at) << 8 | protocol);
    if (header < end - at) {
        c->payloads++;
        c->sum += at[header];
    }
}

static void network(struct counts *c, const uint8_t *at, const uint8_t *end, unsigned type) {
    if (type == 0x0800 && end - at >= 20 && (at[0] >> 4) == 4) {
        long header = (at[0] & 15) * 4, total = net16(at + 2);
        c->ip++;
        end = total >= header && total < end - at ? at + total : end;
        if (header >= 20 && header <= end - at && (net16(at + 6) & 0x1fff) == 0) {
            transport(c, at + header, end, at[9], mix(0, word64(at + 12)));
        }
    } else if (type == 0x86dd && end - at >= 40 && (at[0] >> 4) == 6) {
        uint64_t hash = mix(mix(mix(mix(0, word64(at + 8)), word64(at + 16)), word64(at + 24)), word64(at + 32));
        long total = 40 + net16(at + 4);
        c->ip++;
        transport(c, at + 40, total < end - at ? at + total : end, at[6], hash);
    }
}

static void packet(struct counts *c, const uint8_t *at, const uint8_t *end, unsigned link) {
    unsigned type = 0x0800;
    if (link == ETHERNET) {
        if (end - at < 14) {
            return;
        }
        type = net16(at + 12);
        at += 14;
        for (int tags = 0; tags < 2 && (type == 0x8100 || type == 0x88a8) && end - at >= 4; tags++) {
            type = net16(at + 2);
            at += 4;
        }
    } else if (at < end && (at[0] >> 4) == 6) {
        type = 0x86dd;
    }
    network(c, at, end, type);
}

static struct counts walk(const uint8_t *file, uint64_t size) {
    struct counts c = {0};
    unsigned link = word32(file + 20) & 0xffff;
    uint64_t at = FILE_HEADER;
    while (size - at >= RECORD_HEADER) {
        uint64_t captured = word32(file + at + 8);
        at += RECORD_HEADER;
        if (captured > size - at) {
            break;
        }
        c.packets++;
        c.bytes += captured;
        packet(&c, file + at, file + at + captured, link);
        at += captured;
    }
    return c;
}

int main(int argc, char **argv) {
    struct stat status;
    int file = argc == 2 ? open(argv[1], O_RDONLY) : -1;
    if (file < 0 || fstat(file, &status) != 0 || status.st_size < FILE_HEADER) {
        fprintf(stderr, "floor: usage: floor FILE.pcap\n");
        return 2;
    }
    const uint8_t *bytes = mmap(NULL, (size_t) status.st_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
    if (bytes == MAP_FAILED) {
        perror("floor: mmap");
        return 3;
    }
    uint32_t magic = word32(bytes), link = word32(bytes + 20) & 0xffff;
    if ((magic != 0xa1b2c3d4 && magic != 0xa1b23c4d) || (link != ETHERNET && link != RAW)) {
        fprintf(stderr, "floor: no little-endian pcap of Ethernet or raw IP\n");
        return 3;
    }
    struct counts c = walk(bytes, (uint64_t) status.st_size);
    printf("packets=%llu bytes=%llu ip=%llu tcp=%llu udp=%llu payloads=%llu sum=%016llx\n",
           (unsigned long long) c.packets, (unsigned long long) c.bytes, (unsigned long long) c.ip,
           (unsigned long long) c.tcp, (unsigned long long) c.udp, (unsigned long long) c.payloads,
           (unsigned long long) c.sum);
    return 0;
}
