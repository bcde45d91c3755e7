using Valentina.Models;
using Valentina.Paging;
using Valentina.Raw;

namespace Valentina.Services;

/// <content>The files and the picture of a user.</content>
public partial class UsersService
{
    /// <summary>Lists the files attached to a user, of one asset type when asked.</summary>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="assetType">Only files of this type.</param>
    /// <param name="limit">How many items to return, 0 to 100.</param>
    /// <param name="offset">How many items to skip, from 0.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One page of the list.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Page<Asset>> GetAssetsPageAsync(Guid userId, AssetType? assetType = null, int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.UsersAssets.ListUserAssetsAsync(Company, userId, limit: limit, offset: offset, assetType: assetType, options: options, cancellationToken: cancellationToken);

    /// <summary>The whole list that <see cref="GetAssetsPageAsync"/> gives page by page.</summary>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="assetType">Only files of this type.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>All items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual Task<IReadOnlyList<Asset>> ListAllAssetsAsync(Guid userId, AssetType? assetType = null, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.ListAsync(EnumerateAllAssetsAsync(userId, assetType, paging, options, cancellationToken));

    /// <summary>The items of the list that <see cref="GetAssetsPageAsync"/> gives page by page, one after the other; pages are read as they are needed.</summary>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="assetType">Only files of this type.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual IAsyncEnumerable<Asset> EnumerateAllAssetsAsync(Guid userId, AssetType? assetType = null, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.EnumerateAsync(
            (limit, offset, token) => GetAssetsPageAsync(userId, assetType, limit, offset, options, token),
            ValentinaOperations.ListUserAssets.MaxPageSize,
            paging,
            cancellationToken);

    /// <summary>Reads what is known about one file of a user, with the address to fetch it from.</summary>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="assetId">The attached file.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What is known about the file.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Asset> GetAssetAsync(Guid userId, Guid assetId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.UsersAssets.GetUserAssetAsync(Company, userId, assetId, options, cancellationToken);

    /// <summary>Attaches a PNG, JPEG, GIF or WEBP image to a user; the server looks at the bytes, not at the declared type. Allow more than a minute. A failed upload may leave a record that points nowhere, so it is not repeated by itself. All uploads share 50, refilled one every 12 seconds. Needs an acting user.</summary>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="file">The image to send. Its source can be opened again, so that a retry sends the same bytes.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What is known about the new file.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Asset> UploadAssetAsync(Guid userId, FileUpload file, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.UsersAssets.UploadUserAssetAsync(Company, userId, file, options, cancellationToken);

    /// <summary>Deletes a file of a user. The server looks only at the asset: a file of another user or company goes the same way if its id is given here.</summary>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="assetId">The attached file.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task DeleteAssetAsync(Guid userId, Guid assetId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.UsersAssets.DeleteUserAssetAsync(Company, userId, assetId, options, cancellationToken);

    /// <summary>Sets a user's picture from a PNG, JPEG, GIF or WEBP image of at most 5 MB and returns the user. Players may change only their own. It draws on the same allowance as the uploads and is not repeated by itself. Needs an acting user.</summary>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="file">The image to send. Its source can be opened again, so that a retry sends the same bytes.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user with the picture.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<User> SetAvatarAsync(Guid userId, FileUpload file, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Users.SetUserAvatarAsync(Company, userId, file, options, cancellationToken);

    /// <summary>Removes a user's picture and returns the changed user. Needs an acting user.</summary>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user without the picture.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<User> DeleteAvatarAsync(Guid userId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Users.DeleteUserAvatarAsync(Company, userId, options, cancellationToken);
}
