// The process that reads an HDF5 file for us: the HDF5 library stays forever in some damaged files, and reads
// behind the end of its own memory in others (core/io/hdf5).
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/io/hdf5/protocol.h"
#include "core/program/child_process.h"

namespace horo {

/// For the thread that started it, and gone when that ends.
class Hdf5Process {
public:
    /// A question with what follows it.
    struct Question {
        hdf5::Ask ask = hdf5::Ask::Entries;
        std::string path = {}, name = {};
        uint64_t rows = UINT64_MAX;
    };

    /// Error: the installation is not whole.
    Result<void> start(const std::string& file);

    // These wait for the whole answer, and take memory for what comes only. Ended: also for all that is asked
    // afterwards.
    /// At most so many numbers: float, double or int64_t, as the question asks.
    template <class Number>
    hdf5::Status askNumbers(const Question& question, size_t most, std::vector<Number>& numbers);
    /// At most so many bytes of texts.
    hdf5::Status askTexts(const Question& question, uint64_t mostBytes, std::vector<std::string>& texts);

    /// Why the status is Ended.
    Error failure() const;

private:
    /// Where the next bytes of an answer go; null = so many make no sense.
    using Room = std::function<char*(uint64_t bytes)>;
    hdf5::Status ask(const Question& question, const Room& room);

    ChildProcess child_;
    std::string file_;
    std::string end_;  ///< "was ended by signal 11 (Segmentation fault)"; empty = it runs
    bool isStarted_ = true;
};

}  // namespace horo
