// Reading files of vectors: a million rows of npy against only reading the bytes, words as text and as bytes,
// csv.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "core/base/file.h"
#include "core/base/random.h"
#include "core/io/npy.h"
#include "core/io/reader.h"

namespace horo {
namespace {

/// Files in a folder of this process, made once, in memory where there is such a place.
class Files {
public:
    Files() {
        std::string name =
            std::filesystem::exists("/dev/shm") ? "/dev/shm/bench-XXXXXX" : "/tmp/bench-XXXXXX";
        if (!::mkdtemp(name.data())) std::abort();
        folder_ = name;
    }
    ~Files() { std::filesystem::remove_all(folder_); }

    std::string npy(size_t rows, size_t columns) {
        return made("rows.npy", [&](std::ofstream& file) {
            Random random(1);
            std::vector<float> values(rows * columns);
            for (float& value : values)
                value = static_cast<float>(random.uniform());
            const auto bytes = npyBytes(Vectors(rows, columns, std::move(values)));
            file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        });
    }
    /// 300,000 words of 100 numbers with five decimals, as GloVe has them.
    std::string words() {
        return made("words.txt", [](std::ofstream& file) {
            Random random(1);
            std::string line;
            for (size_t row = 0; row < 300'000; ++row) {
                line = fmt::format("word{}", row);
                for (size_t i = 0; i < 100; ++i)
                    line += fmt::format(" {:.5f}", random.normal());
                file << line << '\n';
            }
        });
    }
    std::string bytes() {
        return made("words.bin", [](std::ofstream& file) {
            std::vector<float> row(100, .25f);
            file << "300000 100\n";
            for (size_t word = 0; word < 300'000; ++word) {
                file << "word" << word << ' ';
                file.write(reinterpret_cast<const char*>(row.data()), 400);
                file << '\n';
            }
        });
    }
    std::string table() {
        return made("table.csv", [](std::ofstream& file) {
            Random random(1);
            file << "id,kind";
            for (size_t i = 0; i < 50; ++i)
                file << ",x" << i;
            for (size_t row = 0; row < 200'000; ++row) {
                file << "\nrow" << row << ",kind" << row % 10;
                for (size_t i = 0; i < 50; ++i)
                    file << ',' << fmt::format("{:.6f}", random.normal());
            }
        });
    }

private:
    template <class Write>
    std::string made(const char* name, Write write) {
        const auto path = std::filesystem::path(folder_) / name;
        if (!std::filesystem::exists(path)) {
            std::ofstream file(path, std::ios::binary);
            write(file);
        }
        return path.string();
    }
    std::string folder_;
};

Files& files() {
    static Files all;
    return all;
}

double megabytes(const std::string& path) {
    return static_cast<double>(std::filesystem::file_size(path)) / 1e6;
}

void report(benchmark::State& state, const std::string& path) {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    state.counters["MB_per_s"] = benchmark::Counter(megabytes(path) * static_cast<double>(state.iterations()),
                                                    benchmark::Counter::kIsRate);
    state.counters["file_mb"] = megabytes(path);
    state.counters["peak_mb"] = static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;  // of the process so far
}

void onlyReading(benchmark::State& state) {
    const std::string path = files().npy(1'000'000, 100);
    for (auto _ : state)
        benchmark::DoNotOptimize(readFile(path).value().data());
    report(state, path);
}

void opening(benchmark::State& state, std::string (Files::*file)(), const char* options) {
    const std::string path = (files().*file)();
    for (auto _ : state)
        benchmark::DoNotOptimize(openSource(path + options, {Kind::Embedding}).value());
    report(state, path);
}

void openingNpy(benchmark::State& state) {
    const std::string path = files().npy(1'000'000, 100);
    for (auto _ : state)
        benchmark::DoNotOptimize(openSource(path, {Kind::Embedding}).value());
    report(state, path);
}

BENCHMARK_CAPTURE(opening, glove_text, &Files::words, "?format=glove")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(opening, word2vec_bytes, &Files::bytes, "")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(opening, csv, &Files::table, "")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(onlyReading)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(openingNpy)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace horo
