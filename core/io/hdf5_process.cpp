#include "core/io/hdf5_process.h"

#include "core/base/own_folder.h"

namespace horo {

using hdf5::Status;

namespace {

constexpr int noSuchLibrary = 127;  // exit status of the loader

}  // namespace

Result<void> Hdf5Process::start(const std::string& file) {
    file_ = file;
    auto started = child_.start({ownFolder() / "horocycle-hdf5", file}, ".", StandardInput::Socket);
    if (!started)
        return inputError("HDF5 cannot be read: " + started.error().cause, "install Horocycle again", file);
    return {};
}

template <class Number>
Status Hdf5Process::askNumbers(const Question& question, size_t most, std::vector<Number>& numbers) {
    numbers.reserve(most);  // touches nothing yet: a file may promise what never comes
    return ask(question, [&](uint64_t bytes) -> char* {
        const size_t used = numbers.size(), more = bytes / sizeof(Number);
        if (bytes % sizeof(Number) != 0 || more > most - used) return nullptr;
        numbers.resize(used + more);
        return reinterpret_cast<char*>(numbers.data() + used);
    });
}

template Status Hdf5Process::askNumbers(const Question&, size_t, std::vector<float>&);
template Status Hdf5Process::askNumbers(const Question&, size_t, std::vector<double>&);
template Status Hdf5Process::askNumbers(const Question&, size_t, std::vector<int64_t>&);

Status Hdf5Process::askTexts(const Question& question, uint64_t mostBytes, std::vector<std::string>& texts) {
    std::string all;
    const Status status = ask(question, [&](uint64_t bytes) -> char* {
        const size_t used = all.size();
        if (bytes > mostBytes - used) return nullptr;
        all.resize(used + bytes);
        return all.data() + used;
    });
    for (size_t at = 0; status == Status::Good && at < all.size(); at += texts.back().size() + 1)
        texts.emplace_back(all.c_str() + at);
    return status;
}

Status Hdf5Process::ask(const Question& question, const Room& room) {
    if (!end_.empty()) return Status::Ended;
    const int socket = child_.socket();
    const hdf5::Question head{question.ask, question.rows, question.path.size(), question.name.size()};
    bool isThere = hdf5::send(socket, &head, sizeof head) &&
                   hdf5::send(socket, question.path.data(), question.path.size()) &&
                   hdf5::send(socket, question.name.data(), question.name.size());
    bool makesSense = true;
    for (hdf5::Part part; isThere && hdf5::receive(socket, &part, sizeof part);) {
        if (part.bytes == 0 && part.status < Status::Ended) return part.status;
        char* const into = part.bytes == 0 ? nullptr : room(part.bytes);
        makesSense = into != nullptr;
        isThere = makesSense && hdf5::receive(socket, into, part.bytes);
    }
    const ProcessEnd end = child_.finish();
    end_ = makesSense ? end.text() : "gave an answer that makes no sense";
    isStarted_ = !makesSense || end.status != noSuchLibrary;
    return Status::Ended;
}

Error Hdf5Process::failure() const {
    if (!isStarted_)
        return inputError("HDF5 cannot be read: horocycle-hdf5 does not start",
                          "install Horocycle again, with the HDF5 library", file_);
    return inputError("is damaged: the process that reads it " + end_, "write the file again", file_);
}

}  // namespace horo
