#include "core/io/hdf5/dataset.h"

#include <algorithm>
#include <vector>

#include "core/io/hdf5/shape.h"
#include "core/io/hdf5/texts.h"

namespace horo::hdf5 {

namespace {

constexpr uint64_t blockBytes = 1 << 20;      // stays in the cache of the processor until it is sent
constexpr uint64_t bytesOfVariableText = 48;  // pointer, memory, a short text

/// Whether the numbers lie in the file itself: virtual and external datasets may lead anywhere.
bool liesHere(hid_t creation) {
    return H5Pget_layout(creation) != H5D_VIRTUAL && H5Pget_external_count(creation) == 0;
}

/// Bytes of one entry in memory.
uint64_t entryBytes(Ask ask, hid_t stored) {
    if (ask == Ask::Floats) return sizeof(float);
    if (ask != Ask::Texts) return sizeof(double);
    return H5Tis_variable_str(stored) > 0 ? bytesOfVariableText : H5Tget_size(stored);
}

hid_t memoryType(Ask ask) {
    return ask == Ask::Floats ? H5T_NATIVE_FLOAT : ask == Ask::Doubles ? H5T_NATIVE_DOUBLE : H5T_NATIVE_INT64;
}

/// Rows that make a block: whole chunks, as one in two blocks would be unpacked twice.
uint64_t rowsOfBlock(uint64_t rowBytes, uint64_t chunkRows) {
    const uint64_t chunkBytes = times(rowBytes, chunkRows);
    return chunkRows * std::max<uint64_t>(blockBytes / chunkBytes, 1);
}

class Reading {
public:
    Reading(hid_t dataset, hid_t stored, Ask ask, const Answer& answer)
        : dataset_(dataset), stored_(stored), ask_(ask), answer_(answer) {}

    /// What is selected in the file, `count` entries, as `memory` says.
    bool send(hid_t memory, hid_t file, uint64_t count) {
        const auto read = [&](hid_t type, void* into) {
            return H5Dread(dataset_, type, memory, file, H5P_DEFAULT, into);
        };
        if (ask_ == Ask::Texts) {
            const auto texts = readTexts(stored_, memory, count, read);
            if (texts) answer_.add(*texts);
            return texts.has_value();
        }
        buffer_.resize(count * entryBytes(ask_, stored_));
        if (read(memoryType(ask_), buffer_.data()) < 0) return false;
        answer_.add(buffer_.data(), buffer_.size());
        return true;
    }

    bool sendBlocks(Shape shape, hid_t file, uint64_t step) {
        const uint64_t rows = shape.extents[0], entriesOfRow = shape.entries() / rows;
        Shape::Extents start{};
        for (; start[0] < rows; start[0] += step) {
            shape.extents[0] = std::min<uint64_t>(step, rows - start[0]);
            const Handle memory(H5Screate_simple(shape.dimensions, shape.extents.data(), nullptr), H5Sclose);
            if (!memory || H5Sselect_hyperslab(file, H5S_SELECT_SET, start.data(), nullptr,
                                               shape.extents.data(), nullptr) < 0)
                return false;
            if (!send(memory.id, file, shape.extents[0] * entriesOfRow)) return false;
        }
        return true;
    }

private:
    hid_t dataset_, stored_;
    Ask ask_;
    const Answer& answer_;
    std::vector<char> buffer_;
};

}  // namespace

Status sendDataset(hid_t file, const std::string& path, Ask ask, uint64_t rows, Limits& limits,
                   const Answer& answer) {
    const Handle dataset(H5Dopen2(file, path.c_str(), H5P_DEFAULT), H5Dclose);
    if (!dataset) return Status::Damaged;
    const Handle creation(H5Dget_create_plist(dataset.id), H5Pclose);
    if (!creation || !liesHere(creation.id)) return Status::Elsewhere;
    const Handle stored(H5Dget_type(dataset.id), H5Tclose), space(H5Dget_space(dataset.id), H5Sclose);
    auto shape = stored && space ? shapeOf(space.id, creation.id) : std::nullopt;
    if (!shape) return Status::Damaged;
    shape->extents[0] = std::min<hsize_t>(rows, shape->extents[0]);
    const uint64_t entry = entryBytes(ask, stored.id), bytes = times(shape->entries(), entry);
    if (bytes == 0) return Status::Good;
    if (bytes == UINT64_MAX) return Status::Damaged;
    limits.allowReading(times(shape->unpacked(), entry));
    Reading reading(dataset.id, stored.id, ask, answer);
    const uint64_t step = rowsOfBlock(bytes / shape->extents[0], shape->chunk[0]);
    const bool isSent = shape->dimensions == 0 ? reading.send(space.id, space.id, 1)
                                               : reading.sendBlocks(*shape, space.id, step);
    return isSent ? Status::Good : Status::Damaged;
}

}  // namespace horo::hdf5
