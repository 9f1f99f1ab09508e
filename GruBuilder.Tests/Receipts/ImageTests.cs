using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using GruBuilder.Forms.Receipts.Images;
using GruBuilder.Tests.Web;
using UglyToad.PdfPig.Tokens;

namespace GruBuilder.Tests.Receipts;

/// <summary>Logos of every kind, and what is no logo.</summary>
public class ImageTests
{
    /// <summary>Eight red pixels by four.</summary>
    private const string RedJpeg = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAEAAgDAREAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAABv/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAVAQEBAAAAAAAAAAAAAAAAAAAFB//EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AD4ZSX//2Q==";

    /// <summary>Forty pixels by twenty-four, red above and blue below, colours at half the size, a restart after each unit.</summary>
    private const string Dusk = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/2wBDAQkJCQwLDBgNDRgyIRwhMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjL/wAARCAAYACgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAUG/8QAFhABAQEAAAAAAAAAAAAAAAAAABNh/8QAFgEBAQEAAAAAAAAAAAAAAAAAAAcE/8QAGREAAQUAAAAAAAAAAAAAAAAAAAMUFVFh/9oADAMBAAIRAxEAPwDCW0tqfbS2tcDhRprShbS2p9tLaQOCa0oW0T7aEDgmtJ1tLaCss0aJk6VsW0toDNGg6VsW0AZo0HStn//Z";

    private const string Shield = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 50"><title>Blason</title>
          <g fill="#0B5CAD" transform="translate(2 2) scale(.9)"><path d="M0 0h40v25a20 20 0 0 1-40 0z"/><rect x="5" y="5" width="10" height="8" rx="2" style="fill:#fff"/>
          <circle cx="25" cy="15" r="5" fill="none" stroke="white" stroke-width="2"/><polygon points="10,30 20,40 30,30" fill="#E8A317"/><path d="M1-2.5.5.5C3 4 5 6 7 8S9 9 10 10Q11 12 13 12T15 15H3V4Z"/></g>
        </svg>
        """;

    public static TheoryData<string> Logos => ["png", "jpeg", "svg"];

    [Theory]
    [MemberData(nameof(Logos))]
    public void A_logo_stands_above_the_towns_name_with_its_alternative(string kind)
    {
        var file = WithLogo(kind switch { "png" => Png(8, 4, 6), "jpeg" => Convert.FromBase64String(RedJpeg), _ => Encoding.UTF8.GetBytes(Shield) });
        PdfTools.AssertSound(file);
        using var pdf = new TaggedPdf(file);
        var figure = pdf.Elements.First(e => e.Tag == "Figure");
        Assert.Equal("Logo", ((StringToken)figure.Dictionary.Data["Alt"]).Data);
        Assert.True(figure.Dictionary.Data.ContainsKey("A"));
        Assert.Equal(kind == "svg" ? 0 : 1, pdf.Document.GetPage(1).GetImages().Count());
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(6, false)]
    [InlineData(8, false)]
    public void A_photo_is_turned_as_its_camera_says_and_tells_nothing_else_of_it(int orientation, bool isWide)
    {
        var jpeg = Convert.FromBase64String(RedJpeg);
        byte[] exif = [.. "Exif\0\0II*\0\u0008\0\0\0\u0001\0\u0012\u0001\u0003\0\u0001\0\0\0"u8, (byte)orientation, 0, 0, 0, 0, 0, 0, 0, .. "Secret"u8];
        byte[] segment = [0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif];
        var file = WithLogo([.. jpeg.AsSpan(0, 2), .. segment, .. jpeg.AsSpan(2)]);
        Assert.Equal(-1, file.AsSpan().IndexOf("Secret"u8));
        using var pdf = new TaggedPdf(file);
        var box = pdf.Document.GetPage(1).GetImages().Single().BoundingBox;
        Assert.Equal(isWide, Math.Abs(box.TopLeft.X - box.BottomRight.X) > Math.Abs(box.TopLeft.Y - box.BottomRight.Y));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(20)]
    [InlineData(15)]
    [InlineData(5)]
    public void A_photo_finer_than_its_place_is_made_smaller_and_keeps_its_colours(int longest)
    {
        var photo = ReceiptImage.ReadPhoto(Convert.FromBase64String(Dusk), longest);
        Assert.InRange(photo.Width, longest * 0.9, longest);
        Assert.InRange(photo.Width / photo.Height, 1.5, 1.9);
        if (longest == 40) return;
        using var pdf = new TaggedPdf(PhotoTests.Copied(photo));
        var image = pdf.Document.GetPages().SelectMany(p => p.GetImages()).Single();
        Assert.True(image.TryGetBytesAsMemory(out var pixels));
        var bytes = pixels.ToArray();
        Assert.Equal(3 * image.WidthInSamples * image.HeightInSamples, bytes.Length);
        Assert.True(bytes[0] > 150 && bytes[2] < 110, $"The top is {bytes[0]}, {bytes[1]}, {bytes[2]} instead of red.");
        Assert.True(bytes[^3] < 110 && bytes[^1] > 150, $"The bottom is {bytes[^3]}, {bytes[^2]}, {bytes[^1]} instead of blue.");
    }

    [Fact]
    public void A_damaged_photo_is_refused_or_shown_and_never_worse()
    {
        var whole = Convert.FromBase64String(Dusk);
        for (var i = 2; i < whole.Length; i++)
        {
            foreach (var turned in new byte[] { 0xFF, 0x01, 0x80 })
            {
                var broken = (byte[])whole.Clone();
                broken[i] ^= turned;
                Assert.True(Record.Exception(() => ReceiptImage.ReadPhoto(broken, 10)) is null or ReceiptImageException);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    public void A_png_of_any_colours_is_shown_and_never_finer_than_print(int kind)
    {
        var big = ReceiptImage.Read(Png(3000, 30, kind));
        Assert.InRange(Math.Max(big.Width, big.Height), 1, 1340);
    }

    [Theory]
    [InlineData("")]
    [InlineData("GIF89a")]
    [InlineData("%PDF-1.7")]
    [InlineData("<svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><text>Ronchin</text></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><image href='http://a/b.png'/></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><script>1</script></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0 L1e99 1'/></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0'/></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='2' height='2' fill='url(#g)'/></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='2' height='2' opacity='.5'/></svg>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a 'aaaa'>]><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='&a;'/></svg>")]
    public void What_is_no_image_or_cannot_be_shown_whole_is_refused_in_French(string content)
    {
        var refused = Assert.Throws<ReceiptImageException>(() => ReceiptImage.Read(Encoding.UTF8.GetBytes(content)));
        Assert.Matches("[a-zé]{3,} .*\\.$", refused.Message);
    }

    [Fact]
    public void A_broken_or_huge_picture_is_refused_and_does_no_harm()
    {
        foreach (var whole in new[] { Png(40, 40, 6), Convert.FromBase64String(RedJpeg) })
        {
            for (var length = 0; length < whole.Length - 20; length++) Assert.Throws<ReceiptImageException>(() => ReceiptImage.Read(whole[..length]));
            for (var i = 8; i < Math.Min(whole.Length, 400); i++)
            {
                var broken = (byte[])whole.Clone();
                broken[i] ^= 0xFF;
                Assert.True(Record.Exception(() => ReceiptImage.Read(broken)) is null or ReceiptImageException);
            }
        }

        Assert.Contains("2 Mo", Assert.Throws<ReceiptImageException>(() => ReceiptImage.Read(new byte[3_000_000])).Message, StringComparison.Ordinal);
        Assert.Throws<ReceiptImageException>(() => ReceiptImage.Read(Png(60_000, 60_000, 0, rows: 1)));
    }

    [Fact]
    public void A_logo_that_cannot_be_shown_stops_the_start_with_a_sentence_that_says_why()
    {
        using var app = new GruApp();
        var profile = Path.Combine(app.DataDirectory, "municipality.json");
        File.WriteAllText(profile, File.ReadAllText(profile).Replace("\"themes\"", "\"papers\": { \"logo\": \"logo.svg\" }, \"themes\"", StringComparison.Ordinal));
        Assert.Contains("logo.svg, which is not in the data directory", Assert.ThrowsAny<Exception>(() => app.Address).ToString(), StringComparison.Ordinal);
    }

    private static byte[] WithLogo(byte[] logo)
    {
        var document = Samples.Acknowledgement();
        return Samples.Pdf(document with
        {
            Issuer = document.Issuer with { Logo = new("a1", "Logo") },
            Images = new Dictionary<string, ReceiptImage> { ["a1"] = ReceiptImage.Read(logo) },
        });
    }

    // A PNG as small as its kind allows, all pixels alike.
    private static byte[] Png(int columns, int height, int kind, int? rows = null)
    {
        var channels = kind switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < (rows ?? height); y++) zlib.Write([(byte)(y % 5), .. Enumerable.Repeat((byte)9, columns * channels)]);
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, columns);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, (byte)kind);
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", data.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string name, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(name), .. content, 0, 0, 0, 0];
    }
}
