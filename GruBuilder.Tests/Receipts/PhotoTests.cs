using System.Buffers.Binary;
using GruBuilder.Forms.Receipts;
using GruBuilder.Forms.Receipts.Images;
using GruBuilder.Forms.Receipts.Law;
using UglyToad.PdfPig.Content;

namespace GruBuilder.Tests.Receipts;

/// <summary>Photos as telephones and programs write them: progressive, in inks, broken, hostile.</summary>
public class PhotoTests
{
    /// <summary>96 pixels by 60: a disc on colours that change from side to side, colours at half the size.</summary>
    private const string Plain = "/9j/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAA8AGADASIAAhEBAxEB/8QAGQAAAgMBAAAAAAAAAAAAAAAAAgMBBQYE/8QAMRAAAgEDAgMFBQkAAAAAAAAAAQIAAwQRIVEFBkESYZGx0RMiMVLBFBUWIzRCc4GC/8QAGwEAAwADAQEAAAAAAAAAAAAAAwQFAAYHAgH/xAAgEQADAQACAgMBAQAAAAAAAAAAAQIDBBESIRMxMkFR/9oADAMBAAIRAxEAPwDAqIxTIURi52Mx5MFDJURimQojFzsYN5MchkqIxTOixsLi8fFFPd6u2ij+5e0uX7cIBUq1mbqVwB4YMV0qM302FfKzzfVP2Z5RGKZovw9a9k9mrWDY0JII8pWXvDLiyOWUvT+dQcDXrtBRcW+pY3x+Xlo+k/ZyKIxTBURi52M9vJlSGEohqZCiMXOxg3kxyGZZRGLnYyFEYoO02h4s5/DJUTps6D3NzToJkFzjOw6nwiFEuuWgft7/AMR8xF9Ycw6QxejjN0jRW1FKFFKVMYVBgToXOxgqIxQZAeTfslRXb7ZKiM7IZSrLlSMEEaGQojFB2g3k/wCDmbMhxCzNldtSySuO0hPxIiVzsZecyD9N/r6SmUHaVcYd5qmbZw9HpkqZKiMXO0hRGKDPrxZShmWURig7QVEYoM2d5HP82Eolty/VWlxEB9PaKUBz10P0lWojULqwZSQwOQQdRA68fylyMufOHP8ApulEYoO0ruFcSpXdNKbti4A1B/djqPSWig7SDpx3D6aJfhUV40SojFB2kKJz3t/Rsk/MOahGVQfE+kEsHT6SY3jLt9T9lZzFVRq9Gkpy1MEt3Zx6SpUHaTUqPWqtUqsWdjkkyVB2lXPjeEKTbOLHxwpCURig7QQIxQdpjyKObMuojFU90FYazZqhI5/mwwIxVPdBEJYOoSHc2GoljS4pf00CrckgfMAT4kTgWGsDpjD/AEuxqZmv0uyx+9r9lKm4OCMaKAfKc3vMxZmyxOSSdTAWGsH8MR9IbxiZ/K6DURiqe6CsNZ5qEh/NhqIxVPdBWGsHUJDmbP/Z";

    /// <summary>The same frequencies, brought in ten passes.</summary>
    private const string Progressive = "/9j/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wgARCAA8AGADASIAAhEBAxEB/8QAGQAAAgMBAAAAAAAAAAAAAAAAAQIDBAUA/8QAGgEAAwEBAQEAAAAAAAAAAAAAAgMEBQAGAf/aAAwDAQACEAMQAAABwGDcBYMLi0l5R57aNUGxMGKonmF2U3Nqef6WO6tmjIGz5SwYXZCXqVesWDdTlsG1PPm3VYGbrV7UEvN0YOq1D1esWDdRlsG0/PlgRe1iAg2zECLWYH5QzAi7/8QAIhAAAgAFBAMBAAAAAAAAAAAAAQIAAwQRIBASMEATFCEy/9oACAEBAAEFAugiM8CnWPXWHlsnAg3MosNZibGypv3hU505tMwqD9zlTAw0dwkE3PAJriPK/S//xAAbEQADAQEBAQEAAAAAAAAAAAAAAQIRAzESE//aAAgBAwEBPwFCP1mfTn1mhCEOsnRMk419ToiTNWGNPGQt8OS+VhJJIkn6QkvCST//xAAbEQACAwEBAQAAAAAAAAAAAAAAAQIREgMxQf/aAAgBAgEBPwHJkk1ETT8MmTBJUrMmSCuNmDJLnaolzoxZHnSoyNDRKC+mEhoaP//EACMQAAEDAgUFAAAAAAAAAAAAAAEAESAhMAIQMTJAQlFhcYH/2gAIAQEABj8C4FFUlaleLACYQafyOGfuIHaw3VnXVObO5buF/8QAIBABAQACAQQDAQAAAAAAAAAAAQARITEQQVGRYbHB0f/aAAgBAQABPyEiIiIiIiIiInNdeXiwNl+LTrLcoZ8iIiIiJQe8J8BEWMmE1ZHs5IiIiLlhERfpERERBs7MREREm55RERERkcnMKT/URDegkZMrHQiDoEQWD2s5j6W1yu4giCI6ERERERf/2gAMAwEAAgADAAAAEDTRBwUcbfjhDgBcctPefFFRBP/EABoRAQEBAAMBAAAAAAAAAAAAAAEAERAhMVH/2gAIAQMBAT8Qc5Ri7lsHuc5zMLZ1lIKnKdf1xQjz1YsUpXgNvEZKV//EABkRAQEBAQEBAAAAAAAAAAAAAAEAEUEhMf/aAAgBAgEBPxBcuSxZ/FLlyp1Et9l8lJSpuxEeJDWA2PGiQkn424yEhL//xAAkEAEBAAIBAgUFAAAAAAAAAAABABFRIUFhMYGRsdEQMHHB8P/aAAgBAQABPxAShKEoShKEoWWmFlpsJ7riHnEJ1Q4B6YbmYWHContO5TVODnrqFlphZaYWWmFl7F4zo6vpFtgcFlphYJkIwicMmdXDK+KWWmFlqEHUIvn/AHIQYQdQ/r8QdQgwg6hCzjkLnrw/qEHUIOpasgvZnHxB1CDqEGEyIgciPJYtQOR06nxB1C52yjI+L8SUlZVg6gg6hJ2gk7QiqUNBfVLKJYTHAH2uRkJyq8sJO0JO31D7QA//2Q==";

    /// <summary>Brightness alone, progressive.</summary>
    private const string Grey = "/9j/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wgARCAA8AGADASIAAhEBAxEB/8QAGgAAAgMBAQAAAAAAAAAAAAAAAQIABAUDBv/EABQBAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhADEAAAAcIyBYMM3TRM19Koc3Vx3RzFJIOqXzVcEMhMhblQZ1cyC0BcqsehNW0EjmVa0Izq5mRgQmEs8YWOYIzqwzhj/8QAIxAAAQIFAwUAAAAAAAAAAAAAAgEDAAQQESASIUATFDAxM//aAAgBAQABBQLgNtkcJLDHbDBtEHgAdZiiCNTDQeUp9MJjOWWzuEwu+W8NOoaUM0CPa4WpaiOOJHVPhf/EABQRAQAAAAAAAAAAAAAAAAAAAED/2gAIAQMBAT8BR//EABQRAQAAAAAAAAAAAAAAAAAAAED/2gAIAQIBAT8BR//EACMQAAEBBwQDAAAAAAAAAAAAAAEAAhEgITAyURBAQWExcZH/2gAIAQEABj8C2EvqmSvJXWaAZygBxA6M+oWY58wgYoON2vaeaNyu2X//xAAhEAEBAQABBAIDAQAAAAAAAAABABEhECAxYUFRobHB8P/aAAgBAQABPyHqRERERHYSvHj7eIZy31xcPG95Hn6IiI7HA+V4Uh1zTHxbHw8kRFlj0/y+zt/tERZY2Reow7QTefKIiyxsjDpwxBPY++o3PPwJVk1YiLLVlqyEz8+bUz9LldXmIIg7yIiIv//aAAwDAQACAAMAAAAQEwU0wEAUMU40kYMIgAcck8Mw/8QAFBEBAAAAAAAAAAAAAAAAAAAAQP/aAAgBAwEBPxBH/8QAFBEBAAAAAAAAAAAAAAAAAAAAQP/aAAgBAgEBPxBH/8QAJhABAQEAAQMCBQUAAAAAAAAAAQARURAhQWGRIDFxodEwgbHB8P/aAAgBAQABPxCI/SD+RvDBa4svmN3QHpvMZPOXA9sZ1ZcdlRB9pjRxh2O/njx8L5G8MFtKOG8Hl9ow8yHr6/WIkIAoxE7JMSrnV+aW/gRwQRTY8oIiI/6+kWEHoOD7xBR2btp89H+ogYgZ6tBfRufiDCD0HD94mVoDojiNhcJ3OHk8ftAwXefQ0fm/iekrVYPEIPR6hEOQiHSkOAvdLcSxM7Af4sZoTqr3YSckJOSwtshgIYSh0Do//9k=";

    /// <summary>Forty pixels by twenty-four, red above and blue below, in the four inks of print.</summary>
    private const string Inks = "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAQCwwODAoQDg0OEhEQExgoGhgWFhgxIyUdKDozPTw5Mzg3QEhcTkBEV0U3OFBtUVdfYmdoZz5NcXlwZHhcZWdj/8AAFAgAGAAoBEMRAE0RAFkRAEsRAP/EABcAAQEBAQAAAAAAAAAAAAAAAAAGBAf/xAAcEAEAAAcBAAAAAAAAAAAAAAAAFBdjZaGk4qL/2gAOBEMATQBZAEsAAD8A6AgEArAAAAABBTJtOzy2QFTyv5Z3fW7aoOpgmTadnkgKnklnd9bsg6mCZNp2eSAqeSWd31uyDqYJk2nZ5ICp5JZ3fW7IOpgmTadnkgKnklnd9bsg6mEG2OgNQAAAAA//2Q==";

    /// <summary>The same, progressive.</summary>
    private const string ProgressiveInks = "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAQCwwODAoQDg0OEhEQExgoGhgWFhgxIyUdKDozPTw5Mzg3QEhcTkBEV0U3OFBtUVdfYmdoZz5NcXlwZHhcZWdj/8IAFAgAGAAoBEMRAE0RAFkRAEsRAP/EABcAAQEBAQAAAAAAAAAAAAAAAAAGAwX/2gAOBEMATQBZAEsAAAABoJ+f6wAAcDag1AADg7UGoAAf/8QAFhABAQEAAAAAAAAAAAAAAAAAFQAg/9oACAFDAAEFAspSUlJSWv/EABYQAQEBAAAAAAAAAAAAAAAAABIAIP/aAAgBTQABBQLIhCENf//EABYQAQEBAAAAAAAAAAAAAAAAABUAIP/aAAgBWQABBQLJkZGRkZr/xAAWEAEBAQAAAAAAAAAAAAAAAAASACD/2gAIAUsAAQUCyIQhDX//xAAXEAADAQAAAAAAAAAAAAAAAAAAM6Ig/9oACAFDAAY/AsqoVQqhVCq1/8QAFhABAQEAAAAAAAAAAAAAAAAAMQAg/9oACAFNAAY/AsszM6//xAAXEAADAQAAAAAAAAAAAAAAAAAAM6Ig/9oACAFZAAY/AstkbI2RsjZ1/8QAFhABAQEAAAAAAAAAAAAAAAAAMQAg/9oACAFLAAY/AsszM6//xAAXEAADAQAAAAAAAAAAAAAAAAAA8PEg/9oACAFDAAE/IcrAsCwLAsa//8QAFxAAAwEAAAAAAAAAAAAAAAAAABHwIP/aAAgBTQABPyHNIpFIpFLX/8QAFxAAAwEAAAAAAAAAAAAAAAAAAPDxIP/aAAgBWQABPyHK0LQtC0LWv//EABQQAQAAAAAAAAAAAAAAAAAAADD/2gAIAUsAAT8hcAP/2gAOBEMATQBZAEsAAAAQZmZszMzMzM//xAAUEAEAAAAAAAAAAAAAAAAAAAAw/9oACAFDAAE/EHqqqv/EABQQAQAAAAAAAAAAAAAAAAAAADD/2gAIAU0AAT8QeSSf/8QAFBABAAAAAAAAAAAAAAAAAAAAMP/aAAgBWQABPxB3d3f/xAAXEAADAQAAAAAAAAAAAAAAAAAAEfAg/9oACAFLAAE/EMwiEQiEQtf/2Q==";

    [Theory]
    [InlineData(95)]
    [InlineData(48)]
    [InlineData(23)]
    [InlineData(11)]
    public void A_progressive_photo_finer_than_its_place_gives_the_very_pixels_of_a_plain_one(int longest)
    {
        var (plain, progressive) = (Shown(Plain, longest), Shown(Progressive, longest));
        Assert.InRange(Math.Max(plain.WidthInSamples, plain.HeightInSamples), longest * 0.9, longest);
        Assert.Equal(Bytes(plain), Bytes(progressive));
    }

    [Fact]
    public void A_progressive_photo_no_finer_than_its_place_stays_as_it_is() =>
        Assert.Equal(96, Shown(Progressive, 96).WidthInSamples);

    [Theory]
    [InlineData(1, false)]
    [InlineData(6, true)]
    [InlineData(8, true)]
    public void A_progressive_photo_is_turned_as_its_camera_says(byte orientation, bool isHigh)
    {
        var photo = Convert.FromBase64String(Progressive);
        byte[] exif = [.. "Exif\0\0II*\0\u0008\0\0\0\u0001\0\u0012\u0001\u0003\0\u0001\0\0\0"u8, orientation, 0, 0, 0, 0, 0, 0, 0];
        var turned = ReceiptImage.ReadPhoto([.. photo.AsSpan(0, 2), 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. photo.AsSpan(2)], 48);
        Assert.Equal(isHigh, turned.Height > turned.Width);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(15)]
    public void A_photo_in_inks_is_shown_in_the_colours_of_a_screen(int longest)
    {
        foreach (var photo in new[] { Inks, ProgressiveInks })
        {
            var pixels = Bytes(Shown(photo, longest));
            Assert.True(pixels[0] > 150 && pixels[2] < 90, $"The top is {pixels[0]}, {pixels[1]}, {pixels[2]} instead of red.");
            Assert.True(pixels[^3] < 90 && pixels[^1] > 110, $"The bottom is {pixels[^3]}, {pixels[^2]}, {pixels[^1]} instead of blue.");
        }
    }

    [Fact]
    public void A_grey_progressive_photo_is_grey()
    {
        var pixels = Bytes(Shown(Grey, 48));
        Assert.All(pixels.Chunk(3), pixel => Assert.True(pixel[0] == pixel[1] && pixel[1] == pixel[2]));
        Assert.True(pixels.Distinct().Count() > 20);
    }

    [Fact]
    public void A_damaged_progressive_photo_is_refused_or_shown_and_never_worse()
    {
        foreach (var whole in new[] { Progressive, ProgressiveInks }.Select(Convert.FromBase64String))
        {
            for (var i = 2; i < whole.Length; i++)
            {
                foreach (var turned in new byte[] { 0xFF, 0x01, 0x80 })
                {
                    var broken = (byte[])whole.Clone();
                    broken[i] ^= turned;
                    Assert.True(Record.Exception(() => ReceiptImage.ReadPhoto(broken, 10)) is null or ReceiptImageException);
                }

                Assert.True(Record.Exception(() => ReceiptImage.ReadPhoto(whole[..i], 10)) is ReceiptImageException);
            }
        }
    }

    [Theory]
    [InlineData(Plain)]
    [InlineData(Progressive)]
    public void A_hostile_photo_of_30000_pixels_a_side_is_refused_before_it_takes_memory(string photo)
    {
        var huge = Sized(Convert.FromBase64String(photo), 30_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var refused = Assert.Throws<ReceiptImageException>(() => ReceiptImage.ReadPhoto(huge, PictureBlock.LongestSide));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
        Assert.Contains("30000 × 30000", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_largest_photo_that_is_taken_needs_little_memory_however_large_it_says_it_is()
    {
        // Its bits end long before its size: it is refused, once the place for it has been made.
        var large = Sized(Convert.FromBase64String(Progressive), 8_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<ReceiptImageException>(() => ReceiptImage.ReadPhoto(large, PictureBlock.LongestSide));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32_000_000);
    }

    [Fact]
    public void A_photo_that_says_two_sizes_is_refused()
    {
        var photo = Convert.FromBase64String(Progressive);
        var frame = photo.AsSpan().IndexOf([(byte)0xFF, (byte)0xC2]);
        byte[] twice = [.. photo.AsSpan(0, frame), .. Sized(photo, 60_000).AsSpan(frame, 19), .. photo.AsSpan(frame)];
        Assert.Throws<ReceiptImageException>(() => ReceiptImage.ReadPhoto(twice, 10));
    }

    [Fact]
    public void A_photo_that_cannot_be_shown_leaves_a_mark_in_the_copy_of_the_file()
    {
        var files = new JoinedFile[] { new("banc.jpg", 351, "f00d", ReceiptImage.ReadPhoto(Convert.FromBase64String(Progressive), 48)), new("trou.jpg", 12, "dead", IsUnshown: true) };
        using var pdf = new TaggedPdf(Copied(files));
        Assert.Contains("La photo «\u202Ftrou.jpg\u202F» ne peut pas être montrée ici", pdf.Told, StringComparison.Ordinal);
        Assert.DoesNotContain("La photo «\u202Fbanc.jpg", pdf.Told, StringComparison.Ordinal);
        Assert.Single(pdf.Document.GetPages().SelectMany(p => p.GetImages()));
    }

    internal static byte[] Copied(ReceiptImage photo) => Copied([new("banc.jpg", 351, "f00d", photo)]);

    private static byte[] Copied(JoinedFile[] files)
    {
        var copy = new FileCopy(new(2026, 12, 3, 9, 5, 0, TimeSpan.FromHours(1)), "En cours", [], files, []);
        var file = Samples.Pdf(FileCopyComposer.Compose(Samples.Facts(SilenceRegime.NoDecision), Samples.Road(), copy));
        PdfTools.AssertSound(file);
        return file;
    }

    private static IPdfImage Shown(string photo, int longest)
    {
        using var pdf = new TaggedPdf(Copied(ReceiptImage.ReadPhoto(Convert.FromBase64String(photo), longest)));
        var image = pdf.Document.GetPages().SelectMany(p => p.GetImages()).Single();
        Assert.Equal(UglyToad.PdfPig.Graphics.Colors.ColorSpace.DeviceRGB, image.ColorSpaceDetails!.Type);
        return image;
    }

    private static byte[] Bytes(IPdfImage image)
    {
        Assert.True(image.TryGetBytesAsMemory(out var pixels));
        var bytes = pixels.ToArray();
        Assert.Equal(3 * image.WidthInSamples * image.HeightInSamples, bytes.Length);
        return bytes;
    }

    // The same file, of which the frame says another size.
    private static byte[] Sized(byte[] photo, ushort side)
    {
        var sized = (byte[])photo.Clone();
        var frame = Math.Max(sized.AsSpan().IndexOf([(byte)0xFF, (byte)0xC2]), sized.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]));
        BinaryPrimitives.WriteUInt16BigEndian(sized.AsSpan(frame + 5), side);
        BinaryPrimitives.WriteUInt16BigEndian(sized.AsSpan(frame + 7), side);
        return sized;
    }
}
