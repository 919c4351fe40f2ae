// HDF5 files, with care: a process of its own reads them (core/io/hdf5_process.h), only what lies in the file
// itself is read, sizes are checked first.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/data/table.h"
#include "core/data/vectors.h"

namespace horo {

class Hdf5Process;

namespace hdf5 {
enum class Status : uint64_t;
}

class HOROCYCLE_EXPORT Hdf5File {
public:
    enum class Content { Group, Numbers, Text, Other };
    struct Entry {
        Content content = Content::Other;
        std::vector<size_t> extents;
        std::string type;          ///< "float32"
        std::string text() const;  ///< "1000 x 50 float32"
        size_t count() const;      ///< of numbers or texts; SIZE_MAX where it is beyond all measure
    };

    /// For this thread. Error: no HDF5 file, damaged.
    static Result<Hdf5File> open(const std::string& path);

    /// Groups and datasets by their path, "/a/b". Soft and external links are not followed.
    const std::map<std::string, Entry>& entries() const { return entries_; }
    const Entry* find(const std::string& path) const;

    // Error of all of these: not there, of another type, too large for its file, stored in another file,
    // damaged.
    /// A dataset of two dimensions, or one as a single column, at most its first `rows`; numbers of up to 16
    /// bits and float32 become float32, others float64.
    Result<Vectors> rows(const std::string& path, size_t rows = SIZE_MAX) const;
    /// A dataset of one dimension.
    Result<std::vector<double>> numbers(const std::string& path) const;
    Result<std::vector<int64_t>> wholeNumbers(const std::string& path) const;
    Result<std::vector<std::string>> texts(const std::string& path) const;
    /// A dataset of one dimension with text or numbers.
    Result<Column> column(const std::string& path, const std::string& name) const;

    /// An attribute with one text, or several; empty where there is none.
    std::vector<std::string> textAttribute(const std::string& path, const std::string& name) const;
    std::vector<int64_t> numberAttribute(const std::string& path, const std::string& name) const;

    /// The most bytes that an array unpacked from this file may take.
    uint64_t largestArray() const;

private:
    Hdf5File() = default;
    Error failure(hdf5::Status status, const std::string& path) const;
    /// That a dataset is there, holds this and can be so large.
    Result<void> check(const std::string& path, Content content) const;

    std::shared_ptr<Hdf5Process> process_;
    std::string name_;
    uint64_t fileBytes_ = 0;
    std::map<std::string, Entry> entries_;
};

}  // namespace horo
