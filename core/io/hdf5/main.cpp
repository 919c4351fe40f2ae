// horocycle-hdf5 FILE: reads an HDF5 file for the core, which asks over the socket that is our standard
// input. The HDF5 library believes what a file says; in a process of its own a bad one ends or fills nothing
// else.
#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "core/io/hdf5/attribute.h"
#include "core/io/hdf5/dataset.h"
#include "core/io/hdf5/entries.h"

namespace {

using namespace horo::hdf5;

constexpr uint64_t longestName = uint64_t{64} << 20;

/// What the library or a sanitizer would say is not for the person, and nobody empties these pipes.
void beSilent() {
    const int nowhere = ::open("/dev/null", O_WRONLY);
    for (const int stream : {STDOUT_FILENO, STDERR_FILENO})
        ::dup2(nowhere, stream);
    ::close(nowhere);
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

bool receiveText(uint64_t bytes, std::string& text) {
    if (bytes > longestName) return false;
    text.resize(bytes);
    return receive(STDIN_FILENO, text.data(), text.size());
}

Status answerTo(const Question& question, const std::string& path, const std::string& name, hid_t file,
                Limits& limits, const Answer& answer) {
    limits.allowQuestion();
    switch (question.ask) {
        case Ask::Entries:
            return sendEntries(file, answer);
        case Ask::TextAttribute:
        case Ask::NumberAttribute:
            return sendAttribute(file, path, name, question.ask, answer);
        default:
            return sendDataset(file, path, question.ask, question.rows, limits, answer);
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("horocycle-hdf5 is started by Horocycle to read an HDF5 file\n", stderr);
        return 2;
    }
    const char* const path = argv[1];
    std::error_code missing;
    const uint64_t bytes = std::filesystem::file_size(path, missing);
    beSilent();
    Limits limits(missing ? 0 : bytes);
    const bool isHdf5 = H5Fis_hdf5(path) > 0;
    const Handle file(isHdf5 ? H5Fopen(path, H5F_ACC_RDONLY, H5P_DEFAULT) : H5I_INVALID_HID, H5Fclose);
    const Answer answer(STDIN_FILENO);
    std::string place, name;
    for (Question question; receive(STDIN_FILENO, &question, sizeof question) &&
                            receiveText(question.pathBytes, place) && receiveText(question.nameBytes, name);)
        answer.end(!isHdf5 ? Status::NotHdf5
                   : !file ? Status::Unopened
                           : answerTo(question, place, name, file.id, limits, answer));
    std::_Exit(0);
}
