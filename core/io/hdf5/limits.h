// What a file may cost: the HDF5 library stays forever in some damaged files, and believes the sizes in
// others.
#pragma once

#include <cstdint>

namespace horo::hdf5 {

/// Limits of this process, which is ended where it passes one. Seconds are those of the processor, so that a
/// busy machine or a slow disk refuses no file.
class Limits {
public:
    /// For opening a file of so many bytes: 2 s and 1 s for each 2 MB, at most 20 (100,000 datasets in 40 MB
    /// take 5 s); half a gigabyte of memory and as much as the file has. Another file cannot be opened,
    /// wherever datasets and links lead.
    explicit Limits(uint64_t fileBytes);

    /// For a question that asks for little: 5 ms more.
    void allowQuestion();
    /// For reading so many bytes, unpacked: 1 s for each 10 MB, which any packing keeps up with, and memory
    /// for two copies. Until the next question files can be opened, as what unpacks may be a plugin.
    void allowReading(uint64_t bytes);

private:
    void set(uint64_t arrayBytes) const;
    uint64_t fileBytes_;
    uint64_t allowed_ = 0;  ///< bytes, all that was allowed after the opening
};

}  // namespace horo::hdf5
