#include <QPainter>
#include <QTemporaryDir>
#include <QtTest/QtTest>

#include "tests/views/TestMain.h"
#include "views/figure/ExportPanel.h"
#include "views/figure/FigurePage.h"

using namespace horo;
using namespace horo::views;

namespace {

Figure sample(const QString& word) {
    Figure figure;
    figure.preferredSize = {200, 150};
    figure.paint = [word](QPainter& painter, QSizeF size) {
        painter.setPen(Qt::black);
        painter.setBrush(Qt::red);
        painter.drawEllipse(QRectF(10, 10, size.width() - 20, size.height() - 20));
        QFont font = painter.font();
        font.setPixelSize(7);
        painter.setFont(font);
        painter.drawText(QPointF(20, 20), word);
    };
    figure.legendTitle = QStringLiteral("Branch, level 2");
    figure.legendNote = QStringLiteral("hue by branch");
    for (int i = 0; i < 5; ++i)
        figure.legend.push_back(
            {QStringLiteral("branch %1").arg(i), {0xFF884488, 0xFFAA66AA}, QStringLiteral("12")});
    figure.caption = QStringLiteral("A *sample* of a figure & its caption.");
    figure.provenance = QStringLiteral("Data none. Horocycle.");
    return figure;
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class FigureWriterTest : public ViewTest {
    Q_OBJECT

private Q_SLOTS:
    void svgHasLiveText() {
        const QTemporaryDir folder;
        const QString path = folder.filePath("f.svg");
        FigureOptions options;
        options.format = FigureFormat::Svg;
        QVERIFY(writeFigure({sample("whale")}, options, path));
        const QByteArray text = contentOf(path);
        QVERIFY(text.contains(">whale<"));
        QVERIFY(text.contains(">branch 3<"));
        QVERIFY(!text.contains("Horocycle Tabular"));
        QVERIFY(!text.contains("<clipPath"));
    }

    void pdfIsWhole() {
        const QTemporaryDir folder;
        const QString path = folder.filePath("f.pdf");
        QVERIFY(writeFigure({sample("a"), sample("b")}, {}, path));
        const QByteArray bytes = contentOf(path);
        QVERIFY(bytes.startsWith("%PDF-") && bytes.trimmed().endsWith("%%EOF"));
    }

    void pngHasTheAskedSize() {
        const QTemporaryDir folder;
        const QString path = folder.filePath("f.png");
        FigureOptions options;
        options.format = FigureFormat::Png;
        options.width = 85, options.height = 60, options.dpi = 254;
        QVERIFY(writeFigure({sample("a")}, options, path));
        const QImage image(path);
        QCOMPARE(image.size(), QSize(850, 600));
        QVERIFY(std::abs(image.dotsPerMeterX() - 10000) < 2);
    }

    void endingsDecideTheFormat() {
        QVERIFY(*figureFormatOf("a/b.SVG") == FigureFormat::Svg);
        QVERIFY(*figureFormatOf("b.pdf") == FigureFormat::Pdf);
        QVERIFY(!figureFormatOf("b.jpeg"));
    }

    void whatCannotBeWrittenIsAnErrorAndLeavesNothing() {
        const QTemporaryDir folder;
        const auto done = writeFigure({sample("a")}, {}, folder.filePath("no/such/folder/f.pdf"));
        QVERIFY(!done);
        QVERIFY(!done.error().cause.empty() && !done.error().advice.empty());
        FigureOptions huge;
        huge.format = FigureFormat::Png;
        huge.width = 2000, huge.height = 2000, huge.dpi = 2400;
        QVERIFY(!writeFigure({sample("a")}, huge, folder.filePath("huge.png")));
        huge.width = -1;
        QVERIFY(!writeFigure({sample("a")}, huge, folder.filePath("huge.png")));
        QVERIFY(!writeFigure({}, {}, folder.filePath("none.pdf")));
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void panelsDoNotOverlapAndStayOnThePage() {
        for (const double width : {85.0, 174.0, 254.0}) {
            for (const double height : {0.0, 140.0}) {
                FigureOptions options;
                options.width = width, options.height = height;
                const std::vector<Figure> panels{sample("a"), sample("b"), sample("c")};
                const FigurePage page(panels, options);
                const QRectF paper(QPointF(0, 0), page.size());
                for (size_t i = 0; i < panels.size(); ++i) {
                    if (height == 0) QVERIFY(paper.contains(page.panel(i)));
                    for (size_t j = i + 1; j < panels.size(); ++j)
                        QVERIFY(!page.panel(i).intersects(page.panel(j)));
                }
            }
        }
    }

    void thePanelWritesWithItsOptions() {
        const QTemporaryDir folder;
        ExportPanel panel({sample("a")}, "figure");
        QCOMPARE(panel.options().width, 174.0);
        QSignalSpy written(&panel, &ExportPanel::written);
        QVERIFY(panel.saveTo(folder.filePath("f.pdf")));
        QCOMPARE(written.count(), 1);
        QVERIFY(!panel.saveTo(folder.filePath("no/f.pdf")));
        panel.popUp(nullptr);
        QVERIFY(!panel.grab().isNull());
    }
};

HOROCYCLE_TEST_MAIN(FigureWriterTest)
#include "FigureWriterTest.moc"
