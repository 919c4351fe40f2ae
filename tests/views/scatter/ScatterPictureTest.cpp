#include <QtTest/QtTest>

#include <QPainter>

#include "core/base/random.h"
#include "tests/views/TestMain.h"
#include "views/scatter/ScatterNames.h"
#include "views/scatter/ScatterPicture.h"

using namespace horo;
using namespace horo::views;

namespace {

std::shared_ptr<const Embedding> cloud(size_t rows, uint64_t seed = 1) {
    Random random(seed);
    auto embedding = std::make_shared<Embedding>();
    std::vector<std::string> names;
    std::vector<float> values;
    for (size_t i = 0; i < rows; ++i) {
        names.push_back(std::to_string(i));
        values.push_back(static_cast<float>(random.normal()));
        values.push_back(static_cast<float>(random.normal()));
    }
    embedding->items = *Items::create(std::move(names));
    embedding->vectors = Vectors(rows, 2, std::move(values));
    return embedding;
}

ScatterSubject subjectOf(const Embedding& embedding) {
    ScatterSubject subject(DiskSubject(embedding, nullptr, nullptr));
    subject.takePoints(embedding, 0, 1);
    subject.rows.colours.assign(subject.size(), 0xFF2050C0);
    subject.gatherMarks();
    return subject;
}

QImage canvas() {
    QImage image(600, 400, QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

}  // namespace

class ScatterPictureTest : public ViewTest {
    Q_OBJECT

private Q_SLOTS:
    void classesHaveTheirNamesWhereTheyAreDensest() {
        auto embedding = std::make_shared<Embedding>(*cloud(300));
        for (size_t row = 0; row < 300; ++row)
            embedding->labels.push_back(embedding->vectors.at(row, 0) < 0 ? "left" : "right");
        ScatterSubject subject = subjectOf(*embedding);
        const ScatterFrame frame = ScatterFrame::around(*subject.grid.bounds(), 600, 400, 20);
        const auto places = regionPlaces(subject, frame, 1);
        QCOMPARE(places.size(), size_t{2});
        QCOMPARE(places[0].rows + places[1].rows, size_t{300});
        for (const RegionPlace& place : places)
            QCOMPARE(subject.rows.regionName(place.region), embedding->labels[place.row]);
        QCOMPARE(scatterNames(subject, frame, 1, {}).front().text, subject.rows.regionName(places[0].region));
        // Names of their own are no classes.
        for (size_t row = 0; row < 300; ++row)
            embedding->labels[row] = std::to_string(row);
        QVERIFY(!subjectOf(*embedding).rows.hasRegions());
    }

    void aDiscCoversItsArea() {
        for (const float radius : {0.7f, 1.25f, 3.5f, 9.0f}) {
            QImage image(64, 64, QImage::Format_RGB32);
            image.fill(Qt::black);
            auto* pixels = reinterpret_cast<uint32_t*>(image.bits());
            PointSprite(radius).paint({pixels, 64, 64, 0, 64}, 31.4f, 30.2f, 0xFFFFFFFF);
            double sum = 0;
            QPointF middle;
            for (int y = 0; y < 64; ++y)
                for (int x = 0; x < 64; ++x) {
                    const double covered = qGreen(image.pixel(x, y)) / 255.0;
                    sum += covered, middle += QPointF(x + 0.5, y + 0.5) * covered;
                }
            middle /= sum;
            QVERIFY(std::abs(sum / (M_PI * radius * radius) - 1) < (radius < 1 ? 0.25 : 0.08));
            QVERIFY(std::hypot(middle.x() - 31.4, middle.y() - 30.2) < 0.2);
        }
    }

    void bandsMakeTheWholePicture() {
        const PointSprite sprite(5);
        QImage whole = canvas(), banded = canvas();
        for (int i = 0; i < 300; ++i) {
            const auto x = static_cast<float>(i * 7919 % 640) - 20,
                       y = static_cast<float>(i * 104729 % 440) - 20;
            const auto paint = [&](QImage& image, int first, int last) {
                sprite.paint({reinterpret_cast<uint32_t*>(image.bits()), 600, 600, first, last}, x, y,
                             0x80C02040);
            };
            paint(whole, 0, 400);
            paint(banded, 0, 133), paint(banded, 133, 400);
        }
        QCOMPARE(banded, whole);
    }

    void theMarksStandWhereTheFrameSays() {
        const auto embedding = cloud(50);
        const ScatterSubject subject = subjectOf(*embedding);
        const ScatterFrame frame = ScatterFrame::around(*subject.grid.bounds(), 600, 400, 20);
        QImage image = canvas();
        QCOMPARE(ScatterPicture().paint(image, subject, frame, DiskInk::ofTheme(), 1, ScatterDetail::Full),
                 size_t{50});
        for (uint32_t row = 0; row < 50; ++row) {
            const QPointF at = frame.pixel(subject.x[row], subject.y[row]);
            QVERIFY(QRectF(0, 0, 600, 400).contains(at));
            QVERIFY(qRed(image.pixel(at.toPoint())) < 120);
            const QPointF back = frame.place(at);
            QVERIFY(std::abs(back.x() - subject.x[row]) < 1e-6 && std::abs(back.y() - subject.y[row]) < 1e-6);
        }
    }

    void aMillionInMotionIsASampleThatHoldsWhatIsSelected() {
        const auto embedding = cloud(1000000);
        ScatterSubject subject = subjectOf(*embedding);
        std::vector<ItemId> chosen;
        for (size_t row = 0; row < 1000; ++row)
            chosen.push_back(embedding->items->id(row * 997));
        const ScatterFrame frame = ScatterFrame::around(*subject.grid.bounds(), 600, 400, 20);
        QImage image(1200, 800, QImage::Format_RGB32);
        image.fill(Qt::white);
        ScatterPicture picture;
        QCOMPARE(picture.paint(image, subject, frame, DiskInk::ofTheme(), 2, ScatterDetail::Full),
                 size_t{1000000});
        const size_t some =
            picture.paint(image, subject, frame, DiskInk::ofTheme(), 2, ScatterDetail::Moving);
        QVERIFY(some > 50000 && some < 900000);
        subject.rows.select(Selection(chosen, "test"));
        for (uint8_t& radius : subject.radii)
            radius = 60;  // far too much for a frame
        subject.gatherMarks();
        const size_t few = picture.paint(image, subject, frame, DiskInk::ofTheme(), 2, ScatterDetail::Moving);
        QVERIFY(few >= 1000 && few < 100000);
    }

    void sizesTellNumbersByArea() {
        const auto embedding = cloud(3);
        ScatterSubject subject = subjectOf(*embedding);
        subject.takeSizes({0, 5, 10});
        QCOMPARE(subject.radii[0], uint8_t{6});
        QCOMPARE(subject.radii[2], uint8_t{24});
        QVERIFY(std::abs(std::pow(subject.radii[1] / 4.0, 2) - (1.5 * 1.5 + 36) / 2) < 1.2);
        subject.takeSizes({std::nan(""), 5, 5});
        QCOMPARE(subject.radii[0], uint8_t{6});
    }

    void namesOverlapNeitherEachOtherNorTools() {
        const auto embedding = cloud(150);
        ScatterSubject subject = subjectOf(*embedding);
        const ScatterFrame frame = ScatterFrame::around(*subject.grid.bounds(), 600, 400, 20);
        DiskLabelOptions options;
        options.reserved = {{0, 0, 200, 60}};
        options.measure = [](const std::string& text, bool) {
            return 7.0 * static_cast<double>(text.size());
        };
        options.elide = [](const std::string& text, bool, double) { return text; };
        const auto labels = placeScatterNames(scatterNames(subject, frame, 2, 17), subject, frame, options);
        QVERIFY(labels.size() > 10);
        QCOMPARE(labels.front().row, 17u);
        for (size_t i = 0; i < labels.size(); ++i) {
            QVERIFY(!labels[i].box.meets(options.reserved.front()));
            for (size_t j = 0; j < i; ++j)
                QVERIFY(!labels[i].box.meets(labels[j].box));
        }
    }
};

HOROCYCLE_TEST_MAIN(ScatterPictureTest)
#include "ScatterPictureTest.moc"
